import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To approve an application` {
    @Test func `in part shares the sum by what was sought for each event`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            let events = [try await scene.boundEvent(), try await scene.publishedEvent(), try await scene.boundEvent()]
            let id = try await scene.operations.draftApplication(
                scene.request(for: events), to: call, from: scene.library(of: scene.karin), by: scene.karin)
            _ = try await scene.operations.submitApplication(id, attested: true, by: scene.ulf)
            _ = try await scene.operations.handleApplication(id, by: scene.amira)
            try await scene.recommend(id, .kronor(20_000))
            try await scene.approve(id, .kronor(20_000))
            #expect(try await scene.application(id).status == .approvedPartially)
            let grant = try #require(try await scene.grant(of: id))
            #expect(grant.amount == .kronor(20_000))
            #expect(grant.conditions.map(\.costShare).sum == .kronor(20_000))
            #expect(Set(grant.conditions.map(\.eventID)) == Set(events))
            for event in events { #expect(try await scene.event(event).invitesRegion) }
        }
    }

    @Test func `is refused to the one who recommended, whatever roles they have`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                try await scene.operations.approveApplication(
                    made.application, amount: .kronor(30_000), reasons: "X", by: amira)
            }
            try await scene.expectUndecided(made)
        }
    }

    @Test func `is refused to whoever recommended before somebody else did, or took the case`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let amira = try await scene.giving("decision_maker", to: scene.amira)
            let dag = try await scene.giving("case_officer", to: scene.dag)
            _ = try await scene.operations.recommendDecision(
                on: made.application, .approve(.kronor(30_000)), reasons: "Jag också.", by: dag)
            for person in [amira, dag] {
                await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                    try await scene.operations.approveApplication(
                        made.application, amount: .kronor(30_000), reasons: "X", by: person)
                }
            }
            try await scene.expectUndecided(made)
        }
    }

    @Test func `is refused to whoever works for a host of its events, if only in the evenings`() async throws {
        try await withScene { scene in
            let eslov = try scene.library(of: try scene.database.person("tove@eslov.example"))
            let event = try await scene.boundEvent { $0.coHostLibraryIDs = [eslov] }
            let made = try await scene.case(.recommended, for: event)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.operations.approveApplication(
                    made.application, amount: .kronor(30_000), reasons: "X", by: scene.disa)
            }
            try await scene.expectUndecided(made)
            try await scene.approve(made.application)
        }
    }

    @Test func `is refused to those who do not decide, and looks missing to other libraries`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            for person in [scene.karin, scene.ulf, scene.amira, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.approveApplication(
                        made.application, amount: .kronor(30_000), reasons: "X", by: person)
                }
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.approveApplication(
                    made.application, amount: .kronor(30_000), reasons: "X", by: scene.lena)
            }
            try await scene.expectUndecided(made)
        }
    }

    @Test func `is refused without reasons, for an amount that was not sought, and for an old version`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let approve = { (amount: Money, reasons: String, version: Int?) in
                _ = try await scene.operations.approveApplication(
                    made.application, amount: amount, reasons: reasons, by: scene.dag, expecting: version)
            }
            #expect(try await refusal { try await approve(.kronor(30_000), " ", nil) }.fields == ["reasons"])
            for amount in [Money.zero, Money(ore: -1), Money(ore: 3_000_001)] {
                #expect(try await refusal { try await approve(amount, "X", nil) }.fields == ["amount"])
            }
            await #expect(throws: Refusal.stale) { try await approve(.kronor(30_000), "X", 1) }
            try await scene.expectUndecided(made)
        }
    }

    @Test func `is refused when the invitation was closed after the recommendation, and holds when it is open again`()
        async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.invite(made.event, .own, .bound)
            let refused = try await refusal { try await scene.approve(made.application) }
            guard case .broken(.fundedEventInvitesRegion, _) = refused else {
                Issue.record("\(refused)")
                return
            }
            #expect(refused.reasons == [.nobodyIsInvited])
            try await scene.expectUndecided(made)
            try await scene.invite(made.event, .all, .bound)
            try await scene.edit(made.event) { $0.title = "En annan dag" }
            // The case officer read something else of the event, and has to look again.
            await #expect(throws: Refusal.conflict(.recommendationIsStale)) {
                try await scene.approve(made.application)
            }
            try await scene.expectUndecided(made)
            try await scene.recommend(made.application)
            try await scene.approve(made.application)
        }
    }

    @Test func `is refused when Lund forgot Perstorp, and names Perstorp`() async throws {
        try await withScene { scene in
            let lund = try scene.library(of: scene.lena)
            let perstorp = try scene.library(of: scene.pontus)
            let others = try await scene.regionalLibraries().filter { $0 != lund }
            #expect(others.count == 32)
            let event = try await scene.boundEvent(by: scene.lena)
            try await scene.invite(event, .list, .bound, others.filter { $0 != perstorp }, by: scene.lena)
            let made = try await scene.case(.handled, of: scene.lund, for: event)
            let early = try await refusal { try await scene.recommend(made.application) }
            #expect(early.reasons == [.tooFewAreInvited])
            try await scene.invite(event, .list, .bound, others, by: scene.lena)
            try await scene.recommend(made.application)
            try await scene.invite(event, .list, .bound, others.filter { $0 != perstorp }, by: scene.lena)
            let refused = try await refusal { try await scene.approve(made.application) }
            #expect(refused.findings.map(\.libraries) == [[perstorp]])
            #expect(refused.findings.map(\.repair) == [.inviteAllOthers(event, state: .bound)])
            try await scene.expectUndecided(made)
            try await scene.invite(event, .list, .bound, others, by: scene.lena)
            try await scene.recommend(made.application)
            try await scene.approve(made.application)
            #expect(try await scene.event(event).invitesRegion)
        }
    }

    @Test func `is refused when one of two events is closed, and names that one`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            let open = try await scene.boundEvent()
            let closed = try await scene.boundEvent()
            let id = try await scene.operations.draftApplication(
                scene.request(for: [open, closed]), to: call, from: scene.library(of: scene.karin), by: scene.karin)
            _ = try await scene.operations.submitApplication(id, attested: true, by: scene.ulf)
            _ = try await scene.operations.handleApplication(id, by: scene.amira)
            try await scene.recommend(id)
            try await scene.invite(closed, .own, .draft)
            let refused = try await refusal { try await scene.approve(id) }
            #expect(Set(refused.findings.map(\.eventID)) == [closed])
            #expect(try await scene.event(open).invitation.state == .bound)
        }
    }

    @Test func `is refused once it is decided`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            await #expect(throws: Refusal.conflict(.alreadyDecided)) { try await scene.approve(made.application) }
            #expect(try await scene.call(made.call).committed == .kronor(30_000))
        }
    }
}

extension Scene {
    /// The person with one role more.
    func giving(_ role: String, to person: Person, at library: Library.ID? = nil) async throws -> Person {
        let place = library.map { "'\($0)'" } ?? "NULL"
        try await database.run(
            "INSERT INTO role_assignments (person_id, role, library_id) VALUES ('\(person.id)', '\(role)', \(place))")
        return try #require(try await database.person(withEmail: person.email))
    }

    /// Nothing of an approval is there.
    func expectUndecided(_ made: Case) async throws {
        #expect(try await application(made.application).status == .readyForDecision)
        #expect(try await grant(of: made.application) == nil)
        #expect(try await database.decision(on: made.application) == nil)
        #expect(try await call(made.call).committed == .zero)
        #expect(try await !event(made.event).invitesRegion)
    }
}
