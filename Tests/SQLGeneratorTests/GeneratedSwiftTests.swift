import Testing

@testable import SQLGenerator

@Suite struct `Generated Swift` {
    @Test func `has a function with documentation for each query`() throws {
        let queries = """
            -- What people apply for.
            -- name: lock
            -- One application.
            SELECT id FROM a WHERE id = :id AND call_id = :call_id AND x = :in;
            """
        let generated = try GeneratedSources([SourceFile(path: "SQL/Queries/GrantApplications.sql", text: queries)])
        #expect(
            generated.byFileName["Queries.swift"] == ##"""
                package import Postgres

                extension SQL {
                    /// What people apply for.
                    package enum GrantApplications {
                        /// One application.
                        package static func lock(id: some PostgresEncodable, callID: some PostgresEncodable, `in`: some PostgresEncodable) -> Query {
                            Query(name: "GrantApplications.lock", text: GrantApplicationsText.lock, parameters: [id.postgresValue, callID.postgresValue, `in`.postgresValue])
                        }


                        fileprivate static let descriptions: [QueryDescription] = [
                            QueryDescription(name: "GrantApplications.lock", text: GrantApplicationsText.lock, parameterNames: ["id", "call_id", "in"]),

                        ]
                    }

                    private enum GrantApplicationsText {
                static let lock: StaticString = #"""
                SELECT id FROM a WHERE id = $1 AND call_id = $2 AND x = $3
                """#

                    }
                }

                extension SQL {
                    /// Every query there is, so that a test can prepare and describe them all.
                    package static let queries: [QueryDescription] =
                        ([GrantApplications.descriptions] as [[QueryDescription]]).flatMap { $0 }
                }

                """##)
    }

    @Test func `has migrations and seeds in order, and stands without any SQL`() throws {
        let sources = [
            try SourceFile(path: "SQL/Migrations/0002-events-have-seats.sql", text: "SELECT 2;\n"),
            try SourceFile(path: "SQL/Migrations/0001-libraries-are-kept.sql", text: "SELECT 1;\n"),
        ]
        let migrations = try #require(try GeneratedSources(sources).byFileName["Migrations.swift"])
        #expect(
            migrations.contains(
                """
                Migration(number: 1, name: "libraries-are-kept", sql: #\"""
                SELECT 1;

                \"""#),
                Migration(number: 2, name: "events-have-seats", sql: #\"""
                """))
        #expect(
            try GeneratedSources([]).byFileName.keys.sorted() == ["Migrations.swift", "Queries.swift", "Seeds.swift"])
    }

    @Test(arguments: [
        ("a", "#"), (#"'\'"#, "#"), (##"\#("##, "##"), ("\"\"\"", "#"), ("\"\"\"#", "##"), (###"\##n"###, "###"),
        ("# ## ###", "#"),
    ])
    func `fences a text so that nothing in it can end it`(_ text: String, _ fence: String) {
        #expect(literal(text) == "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)")
    }
}
