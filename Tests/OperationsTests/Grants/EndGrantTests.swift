import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To demand a grant back` {
    private func demand(
        _ scene: Scene, _ id: Grant.ID, accepting accepted: [GrantRequest.CostShare] = [], dueOn: Day? = nil,
        by person: Person? = nil, because reasons: String = "Det står i proportion."
    ) async throws {
        _ = try await scene.operations.demandRepayment(
            of: id, accepting: accepted, dueOn: dueOn, because: reasons, by: person ?? scene.dag)
    }

    @Test func `ends it with a claim, a numbered decision and a letter`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            let id = broken.grant.id
            let due = Stockholm.day(scene.now).adding(days: 45)
            try await demand(scene, id, dueOn: due)
            let grant = try await scene.grant(id)
            let claim = try #require(grant.claims.first)
            #expect(grant.state == .repaymentDemanded && grant.conditions.map(\.state) == [.enforced])
            #expect(claim.amount == .kronor(30_000) && claim.dueOn == due && !grant.paymentHold)
            let paper = claim.documentID
            let letter = try #require(try await scene.database.content(of: paper))
            for words in ["Beslut om återkrav BES", "Det står i proportion.", "laglighetsprövning"] {
                #expect(letter.contains(words), "\(words)")
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `may leave a part of the share, and lets the other event bind on`() async throws {
        try await withScene { scene in
            let (events, accepted) = try await scene.caseOfTwo()
            let id = accepted.id
            try await scene.pay(scene.attestFirst(of: id), of: id)
            _ = try await scene.operations.reportDeviation(
                from: events[0], because: "Sjukdom.", .cancellation, by: scene.karin)
            try await scene.letTimeToAnswerPass()
            let tooMuch = try await refusal {
                try await demand(scene, id, accepting: [.init(eventID: events[0], amount: .kronor(15_001))])
            }
            #expect(tooMuch.fields == ["accepted"])
            let other = try await refusal {
                try await demand(scene, id, accepting: [.init(eventID: events[1], amount: .kronor(1))])
            }
            #expect(other.fields == ["accepted"])
            try await demand(scene, id, accepting: [.init(eventID: events[0], amount: .kronor(4_000))])
            let grant = try await scene.grant(id)
            #expect(grant.claims.map(\.amount) == [.kronor(11_000)])
            #expect(Set(grant.conditions.map(\.state)) == [.enforced, .held] && grant.state == .active)
            #expect(grant.paid == .kronor(30_000) && grant.payable == .kronor(19_000) && !grant.paymentHold)
            let silent = try await refusal {
                try await scene.operations.cancelEvent(events[1], because: "Inställt.", by: scene.karin)
            }
            #expect(silent.isWouldBreach)
            _ = try await scene.operations.reportDeviation(
                from: events[1], because: "Sjukdom.", .cancellation, by: scene.karin)
            try await scene.letTimeToAnswerPass()
            try await demand(scene, id)
            let whole = try await scene.grant(id)
            #expect(whole.state == .repaymentDemanded && whole.conditions.allSatisfy { $0.state == .enforced })
            #expect(whole.claims.map(\.amount).sum == .kronor(26_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `wants a breach, a host who was heard, money that was paid, and an impartial decision maker`()
        async throws
    {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            await #expect(throws: Refusal.conflict(.noBreachStands)) { try await demand(scene, id) }
            try await scene.callOff(accepted.case)
            await #expect(throws: Refusal.conflict(.hostWasNotHeard)) { try await demand(scene, id) }
            try await scene.letTimeToAnswerPass()
            await #expect(throws: Refusal.conflict(.nothingIsPaid)) { try await demand(scene, id) }
            let paid = try await scene.brokenCase(paid: true)
            for person in [scene.amira, scene.finn, scene.ulf] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await demand(scene, paid.grant.id, by: person)
                }
            }
            let blank = try await refusal { try await demand(scene, paid.grant.id, because: " ") }
            #expect(blank.fields == ["reasons"])
            let today = Stockholm.day(try await scene.database.now())
            for day in [today, today.adding(days: 366), Day(year: 9999, month: 12, day: 31)] {
                let due = try await refusal { try await demand(scene, paid.grant.id, dueOn: day) }
                #expect(due.fields == ["dueOn"])
            }
            try await scene.declareConflict(paid.case, by: scene.dag)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) { try await demand(scene, paid.grant.id) }
            #expect(try await scene.grant(paid.grant.id) == paid.grant)
        }
    }
}

@Suite struct `To revoke a grant` {
    @Test func `frees its events, cancels its payments and gives the money back`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            let id = broken.grant.id
            _ = try await scene.operations.revokeGrant(id, because: "Händelsen blev inte av.", by: scene.dag)
            let grant = try await scene.grant(id)
            #expect(grant.state == .ended && grant.conditions.map(\.state) == [.notApplicable])
            #expect(grant.payments.allSatisfy { $0.state == .cancelled } && !grant.paymentHold)
            #expect(try await scene.call(broken.case.call).committed == .zero)
            let paper = try #require(try await scene.database.documents(of: broken.case.application).last)
            #expect(paper.document.kind == .revocation)
            let letter = try #require(try await scene.database.content(of: paper.document.id))
            #expect(letter.contains("Händelsen blev inte av.") && letter.contains("laglighetsprövning"))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `wants a breach, a host who was heard, nothing paid, and an impartial decision maker`() async throws {
        try await withScene { scene in
            func revoke(_ id: Grant.ID, by person: Person) async throws {
                _ = try await scene.operations.revokeGrant(id, because: "Så.", by: person)
            }
            let accepted = try await scene.acceptedCase()
            await #expect(throws: Refusal.conflict(.noBreachStands)) {
                try await revoke(accepted.grant.id, by: scene.dag)
            }
            try await scene.callOff(accepted.case)
            await #expect(throws: Refusal.conflict(.hostWasNotHeard)) {
                try await revoke(accepted.grant.id, by: scene.dag)
            }
            let paid = try await scene.brokenCase(paid: true)
            await #expect(throws: Refusal.conflict(.somethingIsPaid)) { try await revoke(paid.grant.id, by: scene.dag) }
            let broken = try await scene.brokenCase()
            for person in [scene.amira, scene.finn, scene.ulf] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await revoke(broken.grant.id, by: person)
                }
            }
            try await scene.declareConflict(broken.case, by: scene.dag)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await revoke(broken.grant.id, by: scene.dag)
            }
            #expect(try await scene.grant(broken.grant.id) == broken.grant)
        }
    }

    @Test func `leaves a change that was asked for undecided`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let change = try await scene.operations.requestChange(
                of: id, .scope("Annat."), because: "Så.", by: scene.ulf)
            try await scene.callOff(accepted.case)
            _ = try await scene.operations.replyToBreach(
                of: accepted.grant.conditions[0].id, in: id, saying: "Brand.", by: scene.karin)
            _ = try await scene.operations.revokeGrant(id, because: "Så.", by: scene.dag)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.approve(change, of: id) }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
