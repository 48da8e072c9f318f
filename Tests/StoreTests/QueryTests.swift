import Domain
import Postgres
import SQL
import Store
import TestDatabase
import Testing

@Suite struct `Every query` {
    @Test(arguments: SQL.queries.map(\.name.text))
    func `can be prepared, and has as many parameters as its file names`(_ name: String) async throws {
        let query = try #require(SQL.queries.first { $0.name.text == name })
        let description = try await Described.shared.description(of: query)
        #expect(description.parameters.count == query.parameterNames.count)
        #expect(!description.parameters.contains(.unknown))
        let names = description.columns.map(\.name)
        #expect(Set(names).count == names.count, "two columns of one name: Swift reads them by name")
        #expect(!names.contains("?column?"))
    }

    @Test func `bears a name of its own`() {
        #expect(Set(SQL.queries.map(\.name.text)).count == SQL.queries.count)
    }

    /// Transactions of this client have two connections, since the sweep holds one while it works with another. Both
    /// together remember every statement that was ever prepared.
    @Test func `is run by Store with the parameter types that PostgreSQL sees in it`() async throws {
        try await withScene(.everything, transactionConnections: 2) { scene in
            try await EveryQuery(scene).run()
            let client = scene.client
            let prepared = try await client.transaction { first in
                try await first.preparedStatements()
                    + client.transaction { try await $0.preparedStatements() }
            }
            for query in SQL.queries {
                let statements = prepared.filter { $0.isOf(query.name.text) }
                #expect(!statements.isEmpty, "Store never ran \(query.name.text)")
                let wanted = try await Described.shared.description(of: query).parameters
                for statement in statements {
                    #expect(
                        zip(statement.types, wanted).allSatisfy(Self.fits) && statement.types.count == wanted.count,
                        "\(query.name.text) takes \(wanted), and Swift gives \(statement.types)")
                }
            }
        }
    }

    /// Swift's numbers are all `int8`, which PostgreSQL narrows on assignment and refuses if it is too large.
    private static func fits(_ given: PostgresType, _ wanted: PostgresType) -> Bool {
        given == wanted || given == .int8 && [.int2, .int4].contains(wanted)
    }
}

extension StaticString {
    var text: String { "\(self)" }
}

/// A migrated database in which queries are described one after another: no description depends on rows.
actor Described {
    static let shared = Described()

    private var descriptions: Task<[String: StatementDescription], any Error>?

    func description(of query: QueryDescription) async throws -> StatementDescription {
        let task =
            descriptions
            ?? Task {
                try await withDatabase { database in
                    var all: [String: StatementDescription] = [:]
                    for query in SQL.queries {
                        all[query.name.text] = try await database.client.describe(
                            Query(name: query.name, text: query.text))
                    }
                    return all
                }
            }
        descriptions = task
        return try #require(try await task.value[query.name.text])
    }
}

/// A statement as its connection remembers it.
struct PreparedStatement: PostgresRowDecodable {
    let name: String
    let types: [PostgresType]

    init(_ row: Row) throws {
        let numbers: [Int] = try row["types"]
        name = try row["name"]
        types = numbers.map { PostgresType(rawValue: UInt32($0)) }
    }

    /// A text that is used with two lists of types is prepared twice; the second is called `Name#2`.
    func isOf(_ query: String) -> Bool { name == query || name.hasPrefix("\(query)#") }
}

extension Querying {
    fileprivate func preparedStatements() async throws -> [PreparedStatement] {
        try await all(
            Query(
                name: "QueryTests.preparedStatements",
                text: """
                    SELECT statement.name, ARRAY(SELECT given.type::oid::bigint
                                                   FROM unnest(statement.parameter_types) WITH ORDINALITY
                                                        AS given (type, place)
                                                  ORDER BY given.place) AS types
                      FROM pg_prepared_statements AS statement
                    """))
    }
}
