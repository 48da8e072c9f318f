import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To handle an application` {
    @Test func `makes the case officer its own`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.submitted)
            _ = try await scene.operations.handleApplication(made.application, by: scene.elias)
            let application = try await scene.application(made.application)
            #expect(application.status == .inReview)
            #expect(application.caseOfficerID == scene.elias.id)
        }
    }

    @Test func `is refused to a case officer who has a role at the library`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.submitted)
            let elias = try await scene.giving("staff", to: scene.elias, at: scene.library(of: scene.karin))
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.operations.handleApplication(made.application, by: elias)
            }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.handleApplication(made.application, by: scene.amira, expecting: 1)
            }
        }
    }

    @Test func `is refused to a case officer who wrote in it before they came to the region`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let klippan = try scene.library(of: scene.karin)
            let elias = try await scene.giving("applicant", to: scene.elias, at: klippan)
            _ = try await scene.operations.editApplication(made.application, by: elias, expecting: nil) { request in
                var request = request
                request.title = "Omskriven"
                return request
            }
            _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.operations.handleApplication(made.application, by: scene.elias)
            }
        }
    }
}

@Suite struct `To recommend a decision` {
    @Test func `binds it to the versions that were read`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let recommendation = try #require(try await scene.database.recommendation(on: made.application))
            #expect(recommendation.outcome == .approve(.kronor(30_000)))
            #expect(recommendation.recommendedBy == scene.amira.id)
            let version = try await scene.application(made.application).version
            #expect(recommendation.applicationVersion == version)
            let eventVersion = try await scene.event(made.event).version
            #expect(recommendation.eventVersions == [made.event: eventVersion])
        }
    }

    @Test func `is refused without reasons, for more than was sought, and to the partial`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            let recommend = { (amount: Money, reasons: String, person: Person) in
                _ = try await scene.operations.recommendDecision(
                    on: made.application, .approve(amount), reasons: reasons, by: person)
            }
            #expect(try await refusal { try await recommend(.kronor(1), "", scene.amira) }.fields == ["reasons"])
            #expect(try await refusal { try await recommend(.kronor(30_001), "X", scene.amira) }.fields == ["amount"])
            #expect(try await refusal { try await recommend(.zero, "X", scene.amira) }.fields == ["amount"])
            let elias = try await scene.giving("staff", to: scene.elias, at: scene.library(of: scene.karin))
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await recommend(.kronor(1), "X", elias)
            }
        }
    }

    @Test func `to approve is refused while the rule is broken, and to reject is not`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            try await scene.invite(made.event, .own, .draft)
            let refused = try await refusal { try await scene.recommend(made.application) }
            #expect(refused.reasons == [.nobodyIsInvited, .invitationIsDraft])
            _ = try await scene.operations.recommendDecision(
                on: made.application, .reject, reasons: "Bjuder inte in.", by: scene.amira)
            #expect(try await scene.application(made.application).status == .readyForDecision)
        }
    }
}

@Suite struct `To withdraw an application` {
    @Test func `releases the invitations that were bound for its sake, and tells the region`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            _ = try await scene.operations.withdrawApplication(made.application, because: "Ändrat.", by: scene.ulf)
            #expect(try await scene.application(made.application).status == .withdrawn)
            #expect(try await scene.event(made.event).invitation.state == .draft)
            #expect(try await scene.database.outbox(limit: 1).map(\.topic) == ["application-withdrawn"])
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.approve(made.application) }
        }
    }

    @Test func `keeps bound what another live application counts on, and what is published`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            try await scene.letEventsBeShared(in: call)
            let first = try await scene.case(.submitted, in: call)
            let second = try await scene.case(.submitted, in: call, for: first.event)
            let published = try await scene.case(.submitted, in: call, for: scene.publishedEvent())
            for made in [first, published] {
                _ = try await scene.operations.withdrawApplication(made.application, because: "", by: scene.ulf)
            }
            #expect(try await scene.event(second.event).invitation.state == .bound)
            #expect(try await scene.event(published.event).invitation.state == .published)
        }
    }

    @Test func `is for the signatory, and not after the decision`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.submitted)
            for person in [scene.karin, scene.amira] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.withdrawApplication(made.application, because: "", by: person)
                }
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.withdrawApplication(made.application, because: "", by: scene.sven)
            }
            let decided = try await scene.case(.approved)
            await #expect(throws: Refusal.conflict(.alreadyDecided)) {
                try await scene.operations.withdrawApplication(decided.application, because: "", by: scene.ulf)
            }
        }
    }
}
