package import Domain
import Postgres
import Store

extension Operations {
    /// Decides what the UIDs of new events end in, once for ever, and says what was decided: now or before.
    package func decideCalendarHost(_ host: CalendarHost) async throws -> CalendarHost {
        try await change { transaction in
            try await transaction.decide(host)
            return try await transaction.decidedCalendarHost()
        }
    }
}

extension Querying {
    /// What the UIDs of new events end in.
    func decidedCalendarHost() async throws -> CalendarHost {
        guard let host = try await calendarHost() else { throw CalendarHostIsNotDecided() }
        return host
    }
}

/// The database was migrated by something else than `samlyft migrate`.
struct CalendarHostIsNotDecided: Error, CustomStringConvertible {
    var description: String { "no calendar host is decided: run samlyft migrate" }
}
