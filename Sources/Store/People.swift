package import Domain
package import Postgres
import SQL

extension Querying {
    /// Whom a bearer token speaks for now. Only its hash is known here.
    package func person(withTokenHash hash: [UInt8]) async throws -> Person? {
        try await first(SQL.People.withToken(tokenHash: hash))
    }

    /// Whom a session speaks for now. Only the hash of its secret is known here.
    package func person(withSessionHash hash: [UInt8]) async throws -> Person? {
        try await first(SQL.People.withSession(tokenHash: hash))
    }

    /// Somebody who works today, by address.
    package func person(withEmail email: String) async throws -> Person? {
        try await first(SQL.People.withEmail(email: email))
    }

    /// Everybody who works today, the region's people first.
    package func people() async throws -> [Person] {
        try await all(SQL.People.all())
    }

    /// The name and the address of somebody.
    package func contact(_ id: Person.ID) async throws -> (name: String, email: String)? {
        guard let row = try await rows(SQL.People.contact(id: id)).first else { return nil }
        return (try row["name"], try row["email"])
    }

    /// The names of these people.
    package func names(of people: [Person.ID]) async throws -> [Person.ID: String] {
        guard !people.isEmpty else { return [:] }
        let named = try await rows(SQL.People.names(ids: people)).map { row in
            (try row["id"] as Person.ID, try row["name"] as String)
        }
        return Dictionary(uniqueKeysWithValues: named)
    }
}

extension PostgresClient {
    /// Notes that a session is used, at most once a minute.
    package func touchSession(_ hash: [UInt8]) async throws {
        _ = try await write(SQL.People.touchSession(tokenHash: hash))
    }

    /// Ends a session. It need not exist.
    package func endSession(_ hash: [UInt8]) async throws {
        _ = try await write(SQL.People.endSession(tokenHash: hash))
    }
}

extension Transaction {
    /// Begins a session of at most seven days.
    package func beginSession(_ hash: [UInt8], of person: Person.ID) async throws {
        try await execute(SQL.People.beginSession(tokenHash: hash, personID: person))
    }

    /// Keeps the hash of a bearer token of 90 days.
    package func insertToken(_ hash: [UInt8], named name: String, of person: Person.ID) async throws {
        try await execute(SQL.People.insertToken(personID: person, name: name, tokenHash: hash))
    }
}

extension Person: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let assignments: [String] = try row["assignments"]
        try self.init(
            id: row["id"], name: row["name"], email: row["email"], libraryID: row["library_id"],
            roles: Set(assignments.map(Assignment.init(text:))))
    }
}

extension Person.Assignment {
    /// Reads `role:library`.
    fileprivate init(text: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw UnknownWord(column: "assignments", word: text) }
        self.init(role: try word(String(parts[0]), "role"), libraryID: Library.ID(parts[1]))
    }
}
