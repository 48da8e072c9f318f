package import Postgres

/// SQL that only tests say, such as what somebody might do past the service. PostgreSQL is given it as a text that one
/// of its own functions runs, so that queries of the service need no way to be glued together.
extension Transaction {
    /// Runs one statement.
    package func run(_ sql: String) async throws {
        _ = try await lines(of: "WITH nothing AS (SELECT) SELECT '' FROM nothing WHERE false", after: sql)
    }

    /// Runs a statement that answers with one column of text, as `EXPLAIN` does.
    package func lines(_ sql: String) async throws -> [String] { try await lines(of: sql, after: "") }

    private func lines(of question: String, after sql: String) async throws -> [String] {
        try await execute(
            Query(
                name: "PlainSQL.function",
                text: """
                    CREATE OR REPLACE FUNCTION pg_temp.plain_sql(before text, question text) RETURNS SETOF text
                    LANGUAGE plpgsql AS $$
                    DECLARE
                        line text;
                    BEGIN
                        IF before <> '' THEN
                            EXECUTE before;
                        END IF;
                        FOR line IN EXECUTE question LOOP
                            RETURN NEXT line;
                        END LOOP;
                    END
                    $$
                    """))
        return try await values(
            Query(
                name: "PlainSQL.run", text: "SELECT line FROM pg_temp.plain_sql($1, $2) AS said (line)",
                parameters: [sql.postgresValue, question.postgresValue]), column: "line")
    }
}

extension TestDatabase {
    /// Runs statements one after another in a transaction of their own.
    package func run(_ statements: String...) async throws {
        try await client.transaction { transaction in
            for statement in statements { try await transaction.run(statement) }
        }
    }
}
