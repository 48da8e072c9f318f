import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What a host may still do to an event that money was granted for, and what it must tell of.
@Suite struct `After the decision` {
    private func funded(_ scene: Scene) async throws -> Case {
        let call = try await scene.openCall { $0.projectEndsOn = Stockholm.day(scene.now.adding(days: 90)) }
        return try await scene.case(.approved, in: call)
    }

    private static let later: @Sendable (inout EventDetails) -> Void = {
        $0.startsAt = $0.startsAt.adding(days: 60)
        $0.endsAt = $0.endsAt.adding(days: 60)
    }

    @Test func `an event is not moved out of the project period without a word`() async throws {
        try await withScene { scene in
            let made = try await funded(scene)
            let refused = try await refusal { try await scene.edit(made.event, Self.later) }
            #expect(refused.reasons == [.eventIsOutsideTheProjectPeriod])
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    "UPDATE events SET starts_at = starts_at + interval '60 days', ends_at = ends_at + interval '60 days'"
                )
            }
            #expect(error.constraint == "funded_event_invites_region")
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Lokalen brann.",
                .event { details in
                    var details = details
                    Self.later(&details)
                    return details
                }, by: scene.karin)
            #expect(try await scene.grant(of: made.application)?.paymentHold == true)
        }
    }

    @Test func `the applicant does not leave its event`() async throws {
        try await withScene { scene in
            let (klippan, lund) = (try scene.library(of: scene.karin), try scene.library(of: scene.lena))
            let event = try await scene.boundEvent { $0.coHostLibraryIDs = [lund] }
            _ = try await scene.operations.confirmCoHosting(of: event, for: lund, by: scene.lena)
            _ = try await scene.case(.approved, of: scene.lund, for: event)
            let refused = try await refusal { try await scene.edit(event) { $0.coHostLibraryIDs = [] } }
            #expect(refused.reasons == [.applicantIsNotAHost])
            #expect(try await scene.event(event).hosts == [klippan, lund])
        }
    }

    /// The library that alone was invited has closed: the condition fails, by no deed of its host.
    @Test func `what fails already holds up no change that leaves it so, or mends it`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall(rule: CallRule(invite: .atLeast(1)))
            let event = try await scene.boundEvent()
            let (perstorp, lund) = (try scene.library(of: scene.pontus), try scene.library(of: scene.lena))
            try await scene.invite(event, .list, .bound, [perstorp])
            let made = try await scene.case(.approved, in: call, for: event)
            try await scene.takeOutOfRegion(perstorp, daysAgo: 1)
            let neutral = try await scene.edit(event) { $0.endsAt = $0.endsAt.adding(hours: 1) }
            #expect(neutral.details.endsAt == neutral.details.startsAt.adding(hours: 7))
            let worse = try await refusal { try await scene.edit(event) { $0.audience = [.public] } }
            #expect(worse.reasons == [.staffAreNotNamed])
            try await scene.database.run("UPDATE events SET capacity = 40, seats_any = 40 WHERE id = '\(event)'")
            let mended = try await scene.invite(event, .list, .published, [perstorp, lund])
            #expect(mended.invitesRegion)
            #expect(try await scene.grant(of: made.application)?.conditions.map(\.state) == [.held])
        }
    }

    @Test func `after a deviation the host may mend a part, and make nothing worse`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Liten lokal.",
                .invitation(InvitationForm(scope: .own, state: .published)), by: scene.karin)
            try await scene.invite(made.event, .list, .published, [scene.library(of: scene.lena)])
            try await scene.edit(made.event) { $0.endsAt = $0.endsAt.adding(hours: 1) }
            let worse = try await refusal {
                try await scene.invite(made.event, .list, .published, [scene.library(of: scene.pontus)])
            }
            #expect(worse.reasons == [.tooFewAreInvited])
        }
    }

    @Test(arguments: [
        "minimum_invited = 1", "hosts = '{}'", "rule_version = 2", "event_version = 1", "only_grant = false",
    ])
    func `the terms of a condition are not lowered by hand`(_ change: String) async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("UPDATE conditions SET \(change)")
            }
            #expect(error.constraint == "condition_keeps_its_terms")
        }
    }

    /// `GET …/rule` of a grant: the log and the history are asked as well.
    @Test func `the rule tells of the log and of the history`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let found = try await scene.operations.evaluateApplication(scene.application(made.application), for: nil)
                .findings
            for predicate in [Predicate.fairness, .evidence, .time, .hostIdentity, .continuity] {
                #expect(found.filter { $0.predicate == predicate }.map(\.verdict) == [.holds], "\(predicate)")
            }
            let logged: Int? = try await scene.database.value(
                Query(name: "Publications", text: "SELECT count(*) AS logged FROM invitation_publications"),
                column: "logged")
            #expect(logged == 1)
        }
    }
}

extension Scene {
    /// A call whose rule lets an event be in several cases.
    func letEventsBeShared(in call: Call.ID) async throws {
        try await database.run(
            "ALTER TABLE call_rules DISABLE TRIGGER USER",
            "UPDATE call_rules SET one_grant_per_event = false WHERE call_id = '\(call)'",
            "ALTER TABLE call_rules ENABLE TRIGGER USER")
    }
}
