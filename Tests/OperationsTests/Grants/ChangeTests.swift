import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `A change of a grant` {
    @Test func `that swaps its event publishes the new one, moves condition and money, and frees the old one`()
        async throws
    {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let (change, other) = try await scene.askForSwap(of: accepted)
            #expect(try await scene.grant(id).state == .changeRequested)
            #expect(try await scene.event(other).invitation.state == .bound)
            try await scene.approve(change, of: id)
            let grant = try await scene.grant(id)
            #expect(grant.state == .active && grant.amount == .kronor(30_000))
            let old = try #require(grant.conditions.first { $0.eventID == accepted.case.event })
            let new = try #require(grant.conditions.first { $0.eventID == other })
            #expect(old.state == .notApplicable && old.costShare == .zero && old.successorEventID == other)
            #expect(new.state == .held && new.costShare == .kronor(30_000))
            let event = try await scene.event(other)
            #expect(event.isPublished && event.invitation.state == .published && event.invitesRegion)
            // The old event is its host's again, and may be in another case.
            _ = try await scene.invite(accepted.case.event, .own, .published)
            _ = try await scene.invite(accepted.case.event, .all, .published)
            _ = try await scene.case(.approved, for: accepted.case.event)
            try await scene.pay(scene.attestFirst(of: id), of: id)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is a numbered decision with its letter, its reasons and how to appeal`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let (change, _) = try await scene.askForSwap(of: accepted)
            try await scene.approve(change, of: accepted.grant.id)
            let decided = try #require(
                try await scene.database.changeRequests(of: accepted.grant.id).first?.decision)
            #expect(decided.isApproved && decided.reasons == "Rimligt." && decided.decidedBy == scene.dag.id)
            let letter = try #require(try await scene.database.content(of: decided.documentID))
            for words in ["Ändringsbeslut \(decided.number)", "Rimligt.", "laglighetsprövning", "Läslust i praktiken"] {
                #expect(letter.contains(words), "\(words)")
            }
            let papers = try await scene.database.documents(of: accepted.case.application).map(\.document)
            #expect(papers.map(\.kind) == [.decision, .amendment])
        }
    }

    @Test func `that swaps is refused by the rule, under the lock, and changes nothing`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let (change, other) = try await scene.askForSwap(of: accepted)
            try await scene.invite(other, .own, .bound)
            let before = try await scene.grant(id)
            let refused = try await refusal { try await scene.approve(change, of: id) }
            #expect(refused.findings.contains { $0.predicate == .invited })
            #expect(try await scene.grant(id) == before)
            #expect(try await scene.database.documents(of: accepted.case.application).count == 1)
            // Another case counts on it: P13.
            try await scene.invite(other, .all, .bound)
            _ = try await scene.case(.submitted, for: other)
            let claimed = try await refusal { try await scene.approve(change, of: id) }
            #expect(claimed.findings.contains { $0.predicate == .uniqueness })
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `that swaps keeps the new event from other cases`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let (change, other) = try await scene.askForSwap(of: accepted)
            try await scene.approve(change, of: accepted.grant.id)
            let late = try await scene.case(.drafted, for: other)
            let refused = try await refusal {
                try await scene.operations.submitApplication(late.application, attested: true, by: scene.ulf)
            }
            #expect(refused.findings.contains { $0.predicate == .uniqueness })
        }
    }

    @Test func `of amounts gives the difference back to the call and plans the payment anew`() async throws {
        try await withScene { scene in
            let (events, grant) = try await scene.caseOfTwo()
            let shares = [
                GrantRequest.CostShare(eventID: events[0], amount: .kronor(9_000)),
                GrantRequest.CostShare(eventID: events[1], amount: .kronor(16_000)),
            ]
            let change = try await scene.operations.requestChange(
                of: grant.id, .amount(shares), because: "Billigare lokal.", by: scene.ulf)
            try await scene.approve(change, of: grant.id)
            let changed = try await scene.grant(grant.id)
            #expect(changed.amount == .kronor(25_000) && changed.payable == .kronor(25_000))
            #expect(Set(changed.conditions.map(\.costShare)) == [.kronor(9_000), .kronor(16_000)])
            #expect(changed.payments.last?.amount == .kronor(25_000))
            #expect(changed.payments.filter { $0.state == .cancelled }.map(\.amount) == [.kronor(30_000)])
            #expect(try await scene.call(grant.callID).committed == .kronor(25_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `never gives more than was decided, nor less than was paid`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            func ask(_ kronor: Int) async throws -> ChangeRequest.ID {
                let share = GrantRequest.CostShare(eventID: accepted.case.event, amount: .kronor(kronor))
                return try await scene.operations.requestChange(
                    of: id, .amount([share]), because: "Annat.", by: scene.ulf)
            }
            let more = try await refusal { try await ask(30_001) }
            #expect(more.fields == ["shares"])
            let change = try await ask(20_000)
            _ = try await scene.operations.rejectChange(change, of: id, because: "Nej.", by: scene.dag)
            try await scene.pay(scene.attestFirst(of: id), of: id)
            await #expect(throws: Refusal.conflict(.somethingIsPaid)) { try await ask(29_999) }
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run("UPDATE grants SET amount = amount - 100")
            }
            #expect(error?.constraint == "grant_keeps_its_terms")
        }
    }

    @Test func `of time moves the event for everybody, and keeps the notice of the call`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let before = try await scene.event(accepted.case.event)
            func ask(inDays days: Int) async throws -> ChangeRequest.ID {
                let start = before.details.startsAt.adding(days: days)
                return try await scene.operations.requestChange(
                    of: id,
                    .time(
                        before.id, ChangeRequest.Period(startsAt: start, endsAt: start.adding(hours: 6))),
                    because: "Föreläsaren kan inte.", by: scene.ulf)
            }
            let soon = try await ask(inDays: -55)
            let refused = try await refusal { try await scene.approve(soon, of: id) }
            #expect(refused.findings.contains { $0.predicate == .notice })
            _ = try await scene.operations.rejectChange(soon, of: id, because: "För kort tid.", by: scene.dag)
            let later = try await ask(inDays: 20)
            try await scene.approve(later, of: id)
            let moved = try await scene.event(before.id)
            #expect(moved.details.startsAt == before.details.startsAt.adding(days: 20))
            #expect(moved.sequence > before.sequence && moved.invitesRegion)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `of content keeps what was said before beside it`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            for text in ["En kurs i stället.", "Två kurser."] {
                let change = try await scene.operations.requestChange(
                    of: id, .scope(text), because: "Behovet.", by: scene.ulf)
                try await scene.approve(change, of: id)
            }
            let changes = try await scene.database.changeRequests(of: id).map(\.change)
            #expect(
                changes == [
                    .scope(before: "Att lära av varandra.", after: "En kurs i stället."),
                    .scope(before: "En kurs i stället.", after: "Två kurser."),
                ])
        }
    }
}
