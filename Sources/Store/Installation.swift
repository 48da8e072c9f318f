package import Domain
package import Postgres
import SQL

extension Querying {
    /// What the UIDs of new events end in; nil before it is decided.
    package func calendarHost() async throws -> CalendarHost? {
        let name: String? = try await value(SQL.Installation.calendarHost(), column: "calendar_host")
        return name.flatMap(CalendarHost.init)
    }
}

extension Transaction {
    /// Decides what the UIDs of new events end in, unless it is decided already.
    package func decide(_ host: CalendarHost) async throws {
        try await execute(SQL.Installation.decideCalendarHost(calendarHost: host.name))
    }
}
