import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `The register of people in SQL` {
    /// The rule stands in Domain and, for the sake of paging, in SQL: for every reader both show the same people.
    @Test func `shows every reader whom Domain shows them`() async throws {
        try await withScene { scene in
            try await scene.operations.endPerson(withEmail: scene.ulf.email)
            let everybody = try await scene.database.register(.all, limit: 500, offset: 0)
            #expect(everybody.people.count == 34 && everybody.total == 34)
            #expect(everybody.people.contains { $0.leftAt != nil })
            for reader in everybody.people.map(\.person) {
                let sight = PeopleInSight(of: reader)
                let seen = try await scene.database.register(sight, limit: 500, offset: 0)
                #expect(seen.people == everybody.people.filter { sight.parts(of: $0) != nil }, "\(reader.email)")
                #expect(seen.total == seen.people.count)
            }
        }
    }

    @Test func `finds words in names, and in no address that the reader does not see`() async throws {
        try await withScene { scene in
            let (database, amira, karin) = (scene.database, scene.amira, scene.karin)
            #expect(try await Self.found("ÅKERVIND", by: amira, database) == ["karin@klippan.example"])
            #expect(
                try await Self.found("karin@klippan", by: amira, database) == [],
                "an address that is not shown is no oracle")
            #expect(try await Self.found("KARIN@klippan", by: karin, database) == ["karin@klippan.example"])
            #expect(try await Self.found("@", by: karin, database).count == 2)
            for sign in ["_", "%"] {
                let found = try await Self.found(sign, by: karin, database)
                #expect(found.isEmpty)
            }
        }
    }

    private static func found(
        _ words: String, by reader: Person, _ database: TestDatabase
    ) async throws -> [String] {
        try await database.register(PeopleInSight(of: reader), words: words, limit: 9, offset: 0)
            .people.map(\.person.email)
    }

    @Test func `is paged by name as Swedish sorts it, and by library`() async throws {
        try await withScene { scene in
            let all = try await scene.database.register(.all, limit: 100, offset: 0).people
            let parts = try await [0, 20].asyncMap {
                try await scene.database.register(.all, limit: 20, offset: $0).people
            }
            #expect(parts.flatMap(\.self) == all)
            let klippan = try scene.library(of: scene.karin)
            let there = try await scene.database.register(.all, library: klippan, limit: 9, offset: 0)
            #expect(there.people.map(\.person.email) == ["karin@klippan.example", "ulf@klippan.example"])
            #expect(there.people.allSatisfy { $0.libraryName?.isEmpty == false })
            let nowhere = try await scene.database.register(.all, library: Library.ID(), limit: 9, offset: 0)
            #expect(nowhere.total == 0)
        }
    }
}

extension [Int] {
    fileprivate func asyncMap<Value>(_ make: (Int) async throws -> Value) async throws -> [Value] {
        var made: [Value] = []
        for number in self { made.append(try await make(number)) }
        return made
    }
}
