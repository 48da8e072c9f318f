package import Domain
package import Postgres
import SQL

extension Querying {
    /// A page of the people in `sight`, by name, and how many there are in all.
    package func register(
        _ sight: PeopleInSight, id: Person.ID? = nil, library: Library.ID? = nil, words: String? = nil, limit: Int,
        offset: Int
    ) async throws -> (people: [RegisteredPerson], total: Int) {
        async let total: Int? = value(
            SQL.People.countRegister(
                everybody: sight.seesEverybody, ofLibraries: sight.seesLibraries, colleaguesAt: sight.colleaguesAt,
                libraryID: library, words: words), column: "total")
        let people: [RegisteredPerson] = try await all(
            SQL.People.register(
                everybody: sight.seesEverybody, ofLibraries: sight.seesLibraries, colleaguesAt: sight.colleaguesAt,
                id: id, libraryID: library, words: words, limit: limit, offset: offset))
        return (people, try await total ?? 0)
    }

    /// One of the people in `sight`.
    package func registered(_ id: Person.ID, in sight: PeopleInSight) async throws -> RegisteredPerson? {
        try await first(
            SQL.People.register(
                everybody: sight.seesEverybody, ofLibraries: sight.seesLibraries, colleaguesAt: sight.colleaguesAt,
                id: id, libraryID: Library.ID?.none, words: String?.none, limit: 1, offset: 0))
    }
}

extension Transaction {
    /// Whoever has this address, held with their roles until the transaction ends: also somebody who has left.
    package func lockPerson(withEmail email: String) async throws -> RegisteredPerson? {
        guard let id: Person.ID = try await value(SQL.People.lock(email: email), column: "id") else { return nil }
        return try await registered(id, in: .all)
    }

    /// Writes somebody new, with their roles.
    package func insert(_ new: NewPerson, as id: Person.ID) async throws {
        try await execute(
            SQL.People.insert(
                id: id, name: new.name, email: new.email, libraryID: new.libraryID, ofRegion: new.isOfRegion))
        for tenure in new.tenures { try await insert(tenure, of: id) }
    }

    /// Gives a locked person a role.
    package func insert(_ tenure: Tenure, of person: Person.ID) async throws {
        try await execute(
            SQL.People.insertRole(
                personID: person, role: tenure.role.rawValue, libraryID: tenure.assignment.libraryID,
                validFrom: tenure.validFrom, validTo: tenure.validTo))
    }

    /// Ends a role of a locked person from `day` on, or all of them where none is named. False if there was nothing to
    /// end.
    package func end(_ assignment: Person.Assignment?, of person: Person.ID, on day: Day) async throws -> Bool {
        let (role, library) = (assignment?.role.rawValue, assignment?.libraryID)
        let ended = try await execute(
            SQL.People.endRoles(day: day, personID: person, role: role, libraryID: library))
        let forgotten = try await execute(
            SQL.People.forgetRoles(personID: person, day: day, role: role, libraryID: library))
        return ended + forgotten > 0
    }

    /// A locked person leaves now, and can no longer log in anywhere. False if they had left already.
    package func endPerson(_ id: Person.ID) async throws -> Bool {
        try await execute(SQL.People.endSessionsOf(personID: id))
        try await execute(SQL.People.endTokensOf(personID: id))
        return try await execute(SQL.People.end(id: id)) == 1
    }
}

extension RegisteredPerson: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let tenures: [String] = try row["tenures"]
        try self.init(
            person: Person(row), libraryName: row["library_name"], tenures: tenures.map(Tenure.init(text:)),
            leftAt: row["left_at"])
    }
}

extension Tenure {
    /// Reads `role:library:from:to`.
    fileprivate init(text: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 4, let from = Day(parts[2]) else { throw UnknownWord(column: "tenures", word: text) }
        self.init(
            assignment: Person.Assignment(role: try word(String(parts[0]), "role"), libraryID: Library.ID(parts[1])),
            validFrom: from, validTo: Day(parts[3]))
    }
}
