import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `The register of people` {
    @Test func `takes somebody new, whom their roles then let in`() async throws {
        try await withScene { scene in
            let klippan = try scene.library(of: scene.karin)
            let id = try await scene.operations.registerPerson(
                NewPerson(
                    name: "Åsa Ny", email: "asa@klippan.example", libraryID: klippan,
                    tenures: [
                        tenure(.staff, klippan), tenure(.host, klippan, from: today(scene).adding(days: 1)),
                        tenure(.applicant, klippan, from: today(scene).adding(days: -9), to: today(scene)),
                    ]))
            let person = try #require(try await scene.database.person(withEmail: "ASA@klippan.example"))
            #expect(person.id == id && person.libraryID == klippan)
            #expect(person.roles == [.init(role: .staff, libraryID: klippan)], "one begins tomorrow, one ended today")
            #expect(try await scene.operations.issueToken(named: "x", toPersonWith: person.email) != nil)
        }
    }

    @Test(arguments: ["karin@klippan.example", "KARIN@Klippan.Example"])
    func `takes no address twice, also not that of somebody who has left`(_ email: String) async throws {
        try await withScene { scene in
            try await scene.operations.endPerson(withEmail: scene.ulf.email)
            for email in [email, scene.ulf.email] {
                await #expect(throws: Refusal.invalid("email", .isTwice)) {
                    _ = try await scene.operations.registerPerson(
                        NewPerson(name: "Karin", email: email, libraryID: nil, tenures: []))
                }
            }
        }
    }

    @Test func `takes one of two who come with one address at once`() async throws {
        try await withScene { scene in
            let operations = scene.operations
            let made = await withTaskGroup(of: Bool.self) { group in
                for number in 1...6 {
                    group.addTask {
                        let new = NewPerson(name: "N \(number)", email: "n@x.example", libraryID: nil, tenures: [])
                        do { return try await !operations.registerPerson(new).description.isEmpty } catch let refusal {
                            #expect(refusal as? Refusal == .invalid("email", .isTwice))
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $1 ? $0 + 1 : $0 }
            }
            #expect(made == 1)
        }
    }

    @Test func `refuses libraries that do not exist, and names every fault`() async throws {
        try await withScene { scene in
            await #expect(throws: Refusal.invalid("library", .doesNotExist)) {
                _ = try await scene.operations.registerPerson(
                    NewPerson(name: "Å", email: "a@x.example", libraryID: Library.ID(), tenures: []))
            }
            await #expect(
                throws: Refusal.invalid([
                    FieldError(field: "name", fault: .isMissing), FieldError(field: "email", fault: .isNot(.address)),
                ])
            ) {
                _ = try await scene.operations.registerPerson(
                    NewPerson(name: "", email: "x", libraryID: nil, tenures: []))
            }
        }
    }

    @Test func `gives a role for days on which it is not held, and ends it`() async throws {
        try await withScene { scene in
            let (operations, email) = (scene.operations, scene.amira.email)
            let finance = Person.Assignment(role: .finance, libraryID: nil)
            let from = today(scene)
            try await operations.giveRole(tenure(.finance, nil, from: from), toPersonWith: email)
            #expect(try await scene.database.person(withEmail: email)?.has(.finance) == true)
            await #expect(throws: Refusal.invalid("role", .isTwice)) {
                try await operations.giveRole(tenure(.finance, nil, from: from.adding(days: 9)), toPersonWith: email)
            }
            try await operations.endRole(finance, ofPersonWith: email, on: from.adding(days: 9))
            try await operations.giveRole(tenure(.finance, nil, from: from.adding(days: 9)), toPersonWith: email)
            try await operations.endRole(finance, ofPersonWith: email, on: from)
            #expect(
                try await scene.database.person(withEmail: email)?.has(.finance) == false, "neither of the two is left")
            await #expect(throws: Refusal.invalid("role", .doesNotExist)) {
                try await operations.endRole(finance, ofPersonWith: email, on: from)
            }
        }
    }

    @Test func `lets go of whoever leaves, at once and for good`() async throws {
        try await withScene { scene in
            let (operations, email) = (scene.operations, scene.karin.email)
            let session = try await operations.beginSession(of: scene.karin.id)
            let token = try #require(try await operations.issueToken(named: "x", toPersonWith: email))
            try await operations.endPerson(withEmail: email)
            #expect(try await scene.database.person(withSessionHash: session.hash) == nil)
            #expect(try await scene.database.person(withTokenHash: token.hash) == nil)
            #expect(try await scene.database.person(withEmail: email) == nil)
            let left = try #require(try await scene.database.registered(scene.karin.id, in: .all))
            #expect(left.leftAt != nil)
            #expect(left.tenures.count == 3 && left.tenures.allSatisfy { $0.validTo == today(scene) })
            for again in [
                { try await operations.endPerson(withEmail: email) },
                { try await operations.giveRole(tenure(.auditor, nil, from: today(scene)), toPersonWith: email) },
            ] as [@Sendable () async throws -> Void] {
                await #expect(throws: Refusal.conflict(.wrongState)) { try await again() }
            }
            await #expect(throws: Refusal.invalid("email", .doesNotExist)) {
                try await operations.endPerson(withEmail: "nobody@x.example")
            }
        }
    }
}

private func today(_ scene: Scene) -> Day { Stockholm.day(scene.now) }

private func tenure(_ role: Role, _ library: Library.ID?, from: Day = Day(daysSince1970: 0), to: Day? = nil) -> Tenure {
    Tenure(assignment: .init(role: role, libraryID: library), validFrom: from, validTo: to)
}
