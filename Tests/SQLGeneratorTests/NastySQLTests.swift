import Testing

@testable import SQLGenerator

/// The statement as PostgreSQL gets it, and the names of its parameters.
private func parsed(_ sql: String) throws -> (text: String, parameters: [String]) {
    let file = try QueryFile(SourceFile(path: "Queries/Events.sql", text: "-- name: find\n\(sql);"))
    let query = try #require(file.queries.first)
    return (query.text, query.parameters)
}

@Suite struct `Parameters among nasty SQL` {
    @Test func `names become numbers by first use`() throws {
        let query = try parsed("SELECT :b, :a, :b::text, (:c_d)")
        #expect(query.text == "SELECT $1, $2, $1::text, ($3)")
        #expect(query.parameters == ["b", "a", "c_d"])
    }

    @Test(arguments: [
        #"SELECT '12:30', 'it''s :x', '\', 2"#,
        #"SELECT E'\':x', e'\\', E'a''\':x'"#,
        "SELECT E'a'\n  '\\':x'",
        #"SELECT U&'d\0061t:x', B'1', X'1F', N':x'"#,
        #"SELECT "odd "":name" FROM ":t""#,
        "SELECT $$ :x ' \" $$, $tag$ $$ :x $other$ $tag$, $å$ :x $å$",
        "SELECT a$b$c, d$1 FROM t",
        "SELECT 1 -- not :x ' \" $$ /*\n",
        "SELECT 1 /* :x /* ' nested */ :y */ + 2",
        "SELECT now()::date, x::text[], '1'::int4::text, a::b::c",
        "SELECT a[1:2], a[lo:hi], a[f(1):2], a[b[1]:2], a[1:], a[\"lo\":2]",
        "SELECT make_interval(days := 3), f(a:=b)",
        "SELECT a @> b, a <@ b, a ?| b, a ->> 'k:x', a #>> '{:x}', a ~ ':x', a || ':x'",
        "SELECT 1.5e3, 0.5, .5, 5.",
        "SELECT '', '''', '''' ''",
    ])
    func `colons that are no parameters stay as they are`(_ sql: String) throws {
        let query = try parsed(sql)
        #expect(query.parameters.isEmpty)
        #expect(query.text == sql.trimmed)
    }

    @Test(arguments: [
        ("a @>:x", "a @>$1"), ("a=:x", "a=$1"), ("a[:x]", "a[$1]"), ("a[:x : 2]", "a[$1 : 2]"), ("-:x", "-$1"),
        ("f(a := :x)", "f(a := $1)"), ("f(a=>:x)", "f(a=>$1)"), ("(:x::text IS NULL)", "($1::text IS NULL)"),
        ("'a'||:x||'b'", "'a'||$1||'b'"), (":x", "$1"), ("/* ' */:x", "/* ' */$1"), ("$$'$$, :x", "$$'$$, $1"),
        ("'å':: text, :x", "'å':: text, $1"), ("-- '\n:x", "-- '\n$1"),
    ])
    func `a parameter is found wherever a value may stand`(_ sql: String, _ text: String) throws {
        let query = try parsed("SELECT 1, " + sql)
        #expect(query.parameters == ["x"])
        #expect(query.text == "SELECT 1, " + text)
    }
}

@Suite struct `A file of queries` {
    private let source = """
        -- Applications from draft to decision.

        -- name: lock
        -- One application, held until the transaction ends.
        -- Read its events in a later statement.
        SELECT id -- the key
          FROM grant_applications
         WHERE id = :id
           FOR UPDATE; -- held

        -- Below are changes.
        --name:  delete
        DELETE FROM a WHERE b = $$
        -- name: notThis
        $$
        """

    @Test func `has a comment, names, comments and texts`() throws {
        let file = try QueryFile(SourceFile(path: "Queries/GrantApplications.sql", text: source))
        #expect(file.name == "GrantApplications")
        #expect(file.comment == ["Applications from draft to decision."])
        #expect(file.queries.map(\.name) == ["lock", "delete"])
        #expect(file.queries[0].comment.first == "One application, held until the transaction ends.")
        #expect(file.queries[0].comment.count == 2)
        #expect(
            file.queries[0].text
                == "SELECT id -- the key\n  FROM grant_applications\n WHERE id = $1\n   FOR UPDATE")
        #expect(file.queries[1].text == "DELETE FROM a WHERE b = $$\n-- name: notThis\n$$")
    }

    @Test func `reads the same with the line ends of Windows`() throws {
        let windows = try SourceFile(path: "Queries/A.sql", text: source.replacing("\n", with: "\r\n"))
        #expect(
            try QueryFile(windows).queries.map(\.text)
                == QueryFile(SourceFile(path: "A.sql", text: source)).queries.map(\.text))
    }

    @Test(arguments: [
        ("id", "id"), ("call_id", "callID"), ("person_ids", "personIDs"), ("starts_at", "startsAt"), ("_x", "x"),
        ("id_of_host", "idOfHost"), ("page_url", "pageURL"), ("line_2", "line2"),
    ])
    func `names of parameters are written as in Swift`(_ name: String, _ label: String) {
        #expect(name.camelCased == label)
    }
}
