import Domain

extension Event {
    /// A draft whose UID ends in the host of the tests.
    static func drafted(_ details: EventDetails, at instant: Instant) -> Event {
        guard let host = CalendarHost("test.example") else { preconditionFailure("test.example is a host") }
        return drafted(details, calendarHost: host, at: instant)
    }
}
