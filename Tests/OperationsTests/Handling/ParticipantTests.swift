import Domain
import Operations
import Store
import TestDatabase
import Testing

/// Whoever acted for the applicant meets themself nowhere on the other side, also when they came after the decision.
@Suite struct `Whoever has acted for a library after the award` {
    @Test func `of asking for a change decides nothing of it as a decision maker`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let newcomer = try await scene.newcomer(.signatory)
            let change = try await scene.operations.requestChange(
                of: id, .scope("Annat."), because: "Så.", by: newcomer)
            let other = try await scene.newcomer(.signatory)
            let conflicted = try await scene.move(newcomer, from: .signatory, to: .decisionMaker)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.operations.rejectChange(change, of: id, because: "Nej.", by: conflicted)
            }
            let impartial = try await scene.move(other, from: .signatory, to: .decisionMaker)
            _ = try await scene.operations.rejectChange(change, of: id, because: "Nej.", by: impartial)
        }
    }

    @Test func `of sending the report settles it not as a case officer`() async throws {
        try await withScene { scene in
            let ended = try await scene.endedCase()
            let newcomer = try await scene.newcomer(.signatory)
            _ = try await scene.operations.saveReport(
                scene.report(of: ended.case.event), of: ended.grant, by: scene.karin)
            _ = try await scene.operations.submitReport(of: ended.grant, attested: true, by: newcomer)
            let officer = try await scene.move(newcomer, from: .signatory, to: .caseOfficer)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.settleReport(of: ended.case, ended.grant, by: officer)
            }
        }
    }

    @Test func `of accepting, declining, the account, a draw or a draft of the report is told as that`() async throws {
        try await withScene { scene in
            func check(_ made: Case, _ act: (Grant.ID, Person) async throws -> Void) async throws {
                let newcomer = try await scene.newcomer(.signatory)
                #expect(try await !scene.database.participants(in: made.application).contains(newcomer.id))
                try await act(scene.grantID(of: made), newcomer)
                #expect(try await scene.database.participants(in: made.application).contains(newcomer.id))
            }
            try await check(scene.case(.approved)) { grant, person in
                _ = try await scene.operations.acceptGrant(grant, on: "Villkoren.", by: person)
            }
            try await check(scene.case(.approved)) { grant, person in
                _ = try await scene.operations.declineGrant(grant, because: "Ingen tid.", by: person)
            }
            try await check(scene.case(.approved)) { grant, person in
                let account = try #require(PayeeAccount(.bankgiro, typed: "123-4566"))
                try await scene.operations.confirmPayeeAccount(account, of: grant, by: person)
            }
            try await check(scene.acceptedCase(GrantTerms(payment: .drawn)).case) { grant, person in
                _ = try await scene.operations.requestPayment(of: .kronor(1), for: "Resa.", from: grant, by: person)
            }
            try await check(scene.acceptedCase().case) { grant, person in
                let change = try await scene.operations.requestChange(
                    of: grant, .scope("Annat."), because: "Så.", by: scene.ulf)
                _ = try await scene.operations.withdrawChange(change, of: grant, by: person)
            }
            try await check(scene.endedCase().case) { grant, person in
                let event = try #require(try await scene.grant(grant).conditions.first).eventID
                _ = try await scene.operations.saveReport(scene.report(of: event), of: grant, by: person)
            }
        }
    }

    @Test func `of naming or writing a successor is told as that, and who decides the swap is not`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let (writer, editor) = try await (scene.newcomer(.host), scene.newcomer(.host))
            let event = try await scene.boundEvent()
            let details = try await scene.event(event).details
            try await scene.invite(event, .public, .bound, by: editor)
            let written = try await scene.operations.draftEvent(details, by: writer)
            try await scene.invite(written, .all, .bound)
            let before = try await scene.database.participants(in: accepted.case.application)
            #expect(before.isDisjoint(with: [writer.id, editor.id]))
            let (change, _) = try await scene.askForSwap(of: accepted, for: event)
            try await scene.approve(change, of: accepted.grant.id)
            _ = try await scene.operations.reportDeviation(
                from: event, because: "Sjukdom.", .cancellation, by: scene.karin)
            let broken = try #require(
                try await scene.grant(accepted.grant.id).conditions.first { $0.eventID == event })
            _ = try await scene.operations.offerNewDate(
                for: broken.id, of: accepted.grant.id, until: Stockholm.day(scene.now).adding(days: 30),
                saying: "I höst.", by: scene.amira)
            let namer = try await scene.newcomer(.host)
            _ = try await scene.operations.nameSuccessor(
                written, for: broken.id, of: accepted.grant.id, by: namer)
            let after = try await scene.database.participants(in: accepted.case.application)
            #expect(after.isSuperset(of: [writer.id, editor.id, namer.id]))
            #expect(after.isDisjoint(with: [scene.dag.id, scene.amira.id]))
        }
    }
}

extension Scene {
    /// Somebody who is new and works for the region, with one role in Klippan since last week.
    func newcomer(_ role: Role) async throws -> Person {
        let day = Stockholm.day(now)
        let assignment = try Person.Assignment(role: role, libraryID: library(of: karin))
        let email = "\(Person.ID())@region.example"
        _ = try await operations.registerPerson(
            NewPerson(
                name: "Nora Ny", email: email, libraryID: nil,
                tenures: [Tenure(assignment: assignment, validFrom: day.adding(days: -7))]))
        return try #require(try await database.person(withEmail: email))
    }

    /// The same person, whose role in Klippan has ended, with a role in the region.
    func move(_ person: Person, from old: Role, to new: Role) async throws -> Person {
        let day = Stockholm.day(now)
        try await operations.endRole(
            Person.Assignment(role: old, libraryID: library(of: karin)), ofPersonWith: person.email, on: day)
        try await operations.giveRole(
            Tenure(assignment: Person.Assignment(role: new, libraryID: nil), validFrom: day),
            toPersonWith: person.email)
        return try #require(try await database.person(withEmail: person.email))
    }
}
