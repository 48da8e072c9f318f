import FoundationEssentials
import Postgres
import Testing

@Suite(.serialized) struct `Reading rows` {
    private enum Colour: String, PostgresEncodable, PostgresDecodable { case red, green }

    @Test func `every type comes back as it was sent`() async throws {
        let id = UUID()
        let bytes: [UInt8] = [0, 255, 7]
        let query = Query(
            name: "every type",
            text: """
                SELECT $1 AS bool, $2 AS int8, $3 AS int4, $4 AS int2, $5 AS float8, $6 AS text, $7 AS uuid, $8 AS bytea,
                       $9 AS texts, $10 AS uuids, $11 AS ints, $12 AS json, $13 AS instant, $14 AS day, $15 AS colour,
                       $16 AS nothing, $17 AS none
                """,
            parameters: [
                true.postgresValue, Int.min.postgresValue, Int32.max.postgresValue, Int16(-2).postgresValue,
                1.5.postgresValue, "å'\"\\".postgresValue, id.postgresValue, bytes.postgresValue,
                ["a", ""].postgresValue, [id].postgresValue, [1, -1].postgresValue,
                JSONText("{\"a\": 1}").postgresValue,
                PostgresTimestamp(microseconds: 1_234_567).postgresValue, PostgresDate(days: -1).postgresValue,
                Colour.green.postgresValue, String?.none.postgresValue, [String]().postgresValue,
            ])
        try await ScratchDatabase.use { database in
            let row = try #require(try await database.client.rows(query).first)
            #expect(try row["bool"] == true)
            #expect(try row["int8"] == Int.min)
            #expect(try row["int4"] == Int32.max)
            #expect(try row["int4"] == Int(Int32.max))
            #expect(try row["int2"] == Int16(-2))
            #expect(try row["int2"] == -2)
            #expect(try row["float8"] == 1.5)
            #expect(try row["text"] == "å'\"\\")
            #expect(try row["uuid"] == id)
            #expect(try row["bytea"] == bytes)
            #expect(try row["texts"] == ["a", ""])
            #expect(try row["uuids"] == [id])
            #expect(try row["ints"] == [1, -1])
            #expect(try row["json"] == JSONText("{\"a\": 1}"))
            #expect(try row["instant"] == PostgresTimestamp(microseconds: 1_234_567))
            #expect(try row["day"] == PostgresDate(days: -1))
            #expect(try row["colour"] == Colour.green)
            #expect(try row["nothing"] == String?.none)
            #expect(try row["none"] == [String]())
        }
    }

    @Test func `instants and days mean what PostgreSQL means`() async throws {
        let query = Query(
            name: "times",
            text: "SELECT '1970-01-02T00:00:00.000001Z'::timestamptz AS instant, '2000-01-01'::date AS day")
        try await ScratchDatabase.use { database in
            let row = try #require(try await database.client.rows(query).first)
            #expect(try row["instant"] == PostgresTimestamp(microseconds: 86_400_000_001))
            #expect(try row["day"] == PostgresDate(days: 10_957))
        }
    }

    @Test func `a column that is read wrongly is named with its query and both types`() async throws {
        let query = Query(
            name: "Events.some", text: "SELECT 1::int4 AS number, NULL::text AS nothing, 'blue' AS colour")
        try await ScratchDatabase.use { database in
            let row = try #require(try await database.client.rows(query).first)
            let wrong = try #require(throws: PostgresDecodingError.self) { let _: String = try row["number"] }
            #expect(wrong.query == "Events.some")
            #expect(wrong.column == "number")
            #expect(wrong.expected == "String")
            #expect(wrong.found == .int4)
            #expect(throws: PostgresDecodingError.self) { let _: Int = try row["missing"] }
            #expect(throws: PostgresDecodingError.self) { let _: String = try row["nothing"] }
            let noCase = try #require(throws: PostgresDecodingError.self) { let _: Colour = try row["colour"] }
            #expect(!"\(noCase)".contains("blue"))
        }
    }

    @Test func `infinity is no instant`() async throws {
        let query = Query(name: "infinity", text: "SELECT 'infinity'::timestamptz AS late, '-infinity'::date AS early")
        try await ScratchDatabase.use { database in
            let row = try #require(try await database.client.rows(query).first)
            #expect(throws: PostgresDecodingError.self) { let _: PostgresTimestamp = try row["late"] }
            #expect(throws: PostgresDecodingError.self) { let _: PostgresDate = try row["early"] }
        }
    }

    @Test func `one text with two types of parameters is two statements`() async throws {
        func query(_ value: some PostgresEncodable) -> Query {
            Query(name: "two types", text: "SELECT $1 AS value", parameters: [value.postgresValue])
        }
        try await ScratchDatabase.use { database in
            for _ in 0..<2 {
                let number: Int? = try await database.client.value(query(7), column: "value")
                let text: String? = try await database.client.value(query("seven"), column: "value")
                #expect(number == 7)
                #expect(text == "seven")
            }
        }
    }

    @Test func `a query is described`() async throws {
        let query = Query(name: "described", text: "SELECT $1::text AS label, count(*) AS total WHERE $2::int8 > 0")
        try await ScratchDatabase.use { database in
            let description = try await database.client.describe(query)
            #expect(description.parameters == [.text, .int8])
            #expect(description.columns.map(\.name) == ["label", "total"])
            #expect(description.columns.map(\.type) == [.text, .int8])
            let wrong = Query(name: "wrong", text: "SELECT missing")
            #expect(try await PostgresError.thrown { try await database.client.describe(wrong) }.sqlState == "42703")
        }
    }

    @Test func `an error says nothing of values`() async throws {
        let query = Query(name: "secret", text: "SELECT $1::int4 AS number", parameters: ["hemligt".postgresValue])
        try await ScratchDatabase.use { database in
            let error = try await PostgresError.thrown { try await database.client.rows(query) }
            #expect(error.sqlState == "22P02")
            #expect(!"\(error)\(String(reflecting: error))".contains("hemligt"))
        }
    }
}
