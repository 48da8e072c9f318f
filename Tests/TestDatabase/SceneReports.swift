package import Domain
import Operations
import Store

extension Scene {
    /// All that has been of the events was so many days earlier, as if they had been given in time: an event in sixty
    /// days has then ended. Past the guards, since nobody can make time pass.
    package func letEventsPass(days: Int = 70) async throws {
        let columns = ["starts_at", "ends_at", "published_at", "invitation_published_at", "day_said_at"]
        let moved = columns.map { "\($0) = \($0) - interval '\(days) days'" }.joined(separator: ", ")
        let facts = columns.map { "'\($0)', event.\($0)" }.joined(separator: ", ")
        try await database.run(
            "ALTER TABLE events DISABLE TRIGGER USER", "UPDATE events SET \(moved)",
            "ALTER TABLE events ENABLE TRIGGER USER",
            "ALTER TABLE event_versions DISABLE TRIGGER USER",
            """
            UPDATE event_versions SET recorded_at = recorded_at - interval '\(days) days',
                   facts = facts || jsonb_build_object(\(facts))
              FROM events AS event WHERE event.id = event_id
            """,
            "ALTER TABLE event_versions ENABLE TRIGGER USER",
            "ALTER TABLE invitation_publications DISABLE TRIGGER USER",
            "UPDATE invitation_publications SET content_hash = invitation_hash(event) FROM events AS event WHERE event.id = event_id",
            "ALTER TABLE invitation_publications ENABLE TRIGGER USER",
            "UPDATE calls SET project_starts_on = project_starts_on - \(days)")
    }

    /// All grants are to be reported on by this day. Past the guard: nobody can make time pass, and what was granted
    /// keeps its day.
    package func reportIsDue(on day: Day) async throws {
        try await database.run(
            "ALTER TABLE calls DISABLE TRIGGER USER", "UPDATE calls SET report_due_on = '\(day.text)'",
            "ALTER TABLE calls ENABLE TRIGGER USER")
    }

    /// What a library tells of one event and its costs: everything that P16 asks for.
    package func report(of event: Event.ID, cost: Money = .kronor(30_000)) throws -> Report {
        Report(
            events: [
                Report.EventOutcome(
                    eventID: event, carriedOut: true,
                    guests: [Report.Guests(libraryID: try library(of: pontus), registered: 4, attended: 3)], refused: 0)
            ],
            outcome: [Report.Line(kind: .fee, amount: cost)], total: cost, learnings: "Mycket.", supportWasTold: true)
    }

    /// A grant whose event has been, paid or not.
    package func endedCase(
        paid: Bool = false, terms: GrantTerms = GrantTerms(), days: Int = 70
    ) async throws -> (case: Case, grant: Grant.ID) {
        let accepted = try await acceptedCase(terms)
        if paid { try await pay(attestFirst(of: accepted.grant.id), of: accepted.grant.id) }
        try await letEventsPass(days: days)
        return (accepted.case, accepted.grant.id)
    }

    /// The signatory sends a report.
    @discardableResult
    package func sendReport(_ report: Report, of grant: Grant.ID) async throws -> Report.ID {
        _ = try await operations.saveReport(report, of: grant, by: karin)
        return try await operations.submitReport(of: grant, attested: true, by: ulf)
    }

    /// A grant whose report was sent, with these costs.
    package func reportedCase(
        paid: Bool = false, cost: Money = .kronor(30_000)
    ) async throws -> (case: Case, grant: Grant.ID) {
        let ended = try await endedCase(paid: paid)
        try await sendReport(report(of: ended.case.event, cost: cost), of: ended.grant)
        return ended
    }

    /// The case officer accepts the evidence of an event and settles, or proposes to.
    package func settleReport(of made: Case, _ grant: Grant.ID, by person: Person? = nil) async throws {
        _ = try await operations.settleReport(
            of: grant, ReportFinding(accepted: [made.event: "Kalendern."], reasons: "Enligt redovisningen."),
            by: person ?? amira)
    }
}
