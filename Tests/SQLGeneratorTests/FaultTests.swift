import Testing

@testable import SQLGenerator

@Suite struct `Faulty SQL stops the build` {
    @Test(arguments: [
        ("\nSELECT 1;", 2, "a query needs a name: -- name: lock"),
        ("-- name: a\nSELECT 1;\n-- name: a\nSELECT 2;", 3, "the name a is taken by the query in line 1"),
        ("-- name:\nSELECT 1;", 1, "a query's name is one word like a function's: -- name: lock"),
        ("-- name: Lock it\nSELECT 1;", 1, "a query's name is one word like a function's: -- name: lock"),
        ("-- name: a\n-- nothing\n-- name: b\nSELECT 1", 1, "a has no SQL"),
        ("-- name: a\n;", 1, "a has no SQL"),
        ("-- name: a\nSELECT 1;\nSELECT 2;", 3, "a holds a second statement: a query is one"),
        ("-- name: a\nSELECT $1", 2, "$1: parameters have names, as :id"),
        ("-- name: a\nSELECT\n:callID", 3, ":callID is not in snake_case"),
        ("-- name: a\nSELECT :call_id, :call__id", 1, "two parameters of a have the same name in Swift"),
        ("-- name: a\nSELECT 'x\n\n", 2, "this quotation has no end"),
        ("-- name: a\nSELECT\n\"x", 3, "this quotation has no end"),
        ("-- name: a\nSELECT E'x\\'", 2, "this quotation has no end"),
        ("-- name: a\nSELECT E'x\\", 2, "this quotation has no end"),
        ("-- name: a\nSELECT $a$ $$ $b$", 2, "this quotation has no end"),
        ("-- name: a\n/* /* */\nSELECT", 2, "this comment has no end"),
        ("-- name: a\nSELECT '\u{0}'", 2, "a control character or byte order mark has no place here"),
        ("\u{FEFF}-- name: a\nSELECT 1", 1, "a control character or byte order mark has no place here"),
    ])
    func `with the file, the line and the reason`(_ sql: String, _ line: Int, _ message: String) {
        #expect(throws: Fault(file: "Queries/A.sql", line: line, message: message)) {
            try QueryFile(SourceFile(path: "Queries/A.sql", text: sql))
        }
    }

    @Test(arguments: ["grant_applications", "events", "Grant-Applications", ""])
    func `when a file of queries is not named like a type`(_ stem: String) {
        #expect(throws: Fault.self) {
            try QueryFile(SourceFile(path: "Queries/\(stem).sql", text: "-- name: a\nSELECT 1"))
        }
    }

    @Test(arguments: [
        (["0001-a", "0003-c"], "0003-c", "number 2 is missing before this file"),
        (["0002-a"], "0002-a", "number 1 is missing before this file"),
        (["0001-a", "0002-b", "0002-c"], "0002-c", "number 2 is taken by 0002-b.sql"),
        (["0001-a", "0001-b"], "0001-b", "number 1 is taken by 0001-a.sql"),
        (["1-a"], "1-a", "is to be named like 0042-what-becomes-true.sql"),
        (["0001_a"], "0001_a", "is to be named like 0042-what-becomes-true.sql"),
        (["0001-"], "0001-", "is to be named like 0042-what-becomes-true.sql"),
        (["0001-Åäö"], "0001-Åäö", "is to be named like 0042-what-becomes-true.sql"),
    ])
    func `when migrations are not numbered in a row`(_ stems: [String], _ culprit: String, _ message: String) throws {
        let sources = try stems.map { stem in try SourceFile(path: "Migrations/\(stem).sql", text: "SELECT 1;") }
        #expect(throws: Fault(file: "Migrations/\(culprit).sql", line: 1, message: message)) {
            try NumberedFiles(sources)
        }
    }

    @Test func `and all faults are told at once`() throws {
        let sources = [
            try SourceFile(path: "SQL/Queries/A.sql", text: "SELECT 1"),
            try SourceFile(path: "SQL/Queries/B.sql", text: "-- name: b"),
            try SourceFile(path: "SQL/Seeds/0002-b.sql", text: "SELECT 1"),
        ]
        let faults = try #require(throws: Faults.self) { try GeneratedSources(sources) }
        #expect(faults.all.map(\.file) == ["SQL/Queries/A.sql", "SQL/Queries/B.sql", "SQL/Seeds/0002-b.sql"])
        #expect(faults.all[0].description == "SQL/Queries/A.sql:1: error: a query needs a name: -- name: lock")
    }
}
