import Testing

@testable import SQLGenerator

@Suite struct `Columns that several queries read` {
    @Test func `are put in as they stand, before parameters are numbered`() throws {
        let file = try QueryFile(
            SourceFile(
                path: "Queries/Events.sql",
                text: """
                    -- Events.

                    -- columns: event
                    -- What a reader needs.
                    event.id,
                    ARRAY(SELECT ':x' || name FROM hosts) AS hosts

                    -- name: get
                    -- One event.
                    SELECT :event_columns FROM events AS event WHERE id = :id;

                    -- name: list
                    SELECT :event_columns FROM events AS event LIMIT :limit;
                    """))
        let columns = "event.id,\nARRAY(SELECT ':x' || name FROM hosts) AS hosts"
        #expect(file.queries.map(\.name) == ["get", "list"])
        #expect(file.queries.map(\.comment) == [["One event."], []])
        #expect(file.queries[0].text == "SELECT \(columns) FROM events AS event WHERE id = $1")
        #expect(file.queries[1].text == "SELECT \(columns) FROM events AS event LIMIT $1")
        #expect(file.queries.map(\.parameters) == [["id"], ["limit"]])
    }

    @Test(arguments: [
        ("-- columns: Event\nid\n-- name: a\nSELECT 1", 1, "columns have a name in snake_case: -- columns: event"),
        ("-- columns:\nid\n-- name: a\nSELECT 1", 1, "columns have a name in snake_case: -- columns: event"),
        ("-- columns: event\n-- none\n-- name: a\nSELECT :event_columns", 1, "event has no columns"),
        ("-- columns: event\nid,\n:x\n-- name: a\nSELECT :event_columns", 3, ":x has no place in a list of columns"),
        ("-- columns: event\nid;\n-- name: a\nSELECT :event_columns", 2, "; has no place in a list of columns"),
        ("-- columns: event\nid, $1\n-- name: a\nSELECT :event_columns", 2, "$1 has no place in a list of columns"),
        ("-- columns: event\nid\n-- name: a\nSELECT id", 1, "no query reads :event_columns"),
        ("-- name: a\nSELECT\n:event_columns", 3, ":event_columns is no list of this file"),
        (
            "-- columns: event\nid\n-- columns: event\nid\n-- name: a\nSELECT :event_columns", 3,
            "the name event is taken by the columns in line 1"
        ),
    ])
    func `stop the build where they are faulty`(_ sql: String, _ line: Int, _ message: String) {
        #expect(throws: Fault(file: "Queries/A.sql", line: line, message: message)) {
            try QueryFile(SourceFile(path: "Queries/A.sql", text: sql))
        }
    }
}
