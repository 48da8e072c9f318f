import Domain
import HTML
import Store

extension Routes {
    /// The calendar for people, which is also the first page.
    mutating func addCalendarPages(_ service: Service) {
        for path in [Link.home, Link.calendar] {
            get(path, access: .everyone) { request, _ in try await calendarPage(request, service) }
        }
    }
}

private func calendarPage(_ request: WebRequest, _ service: Service) async throws -> WebResponse {
    let filter = try CalendarFilter(request.query, now: try await service.database.now())
    let window = try request.page
    let found = try await service.database.calendar(filter.events, limit: window.limit, offset: window.offset)
    let page = CalendarPage(
        request: request, filter: filter, window: window, events: found.events, total: found.total,
        libraries: try await service.database.libraryNames(),
        municipalities: try await service.database.municipalities())
    return .page(request.phrases.calendarTitle, for: request, head: page.head) { page.html }
}

/// What a reader of the calendar has asked for, by the names that the API has too.
struct CalendarFilter {
    let events: EventFilter
    /// The first day that is shown.
    let from: Day
    /// Whether more than the day is chosen.
    let isNarrowed: Bool

    init(_ query: Query, now: Instant) throws {
        var filter = EventFilter()
        filter.words = try query.single("words").map { String($0.prefix(200)) }
        filter.kind = try Self.choice(query, "kind")
        filter.theme = try query.single("theme")
        filter.municipalityCode = try query.single("municipalityCode")
        filter.host = try query.single("hostLibraryId").flatMap { Library.ID($0) }
        switch try query.single("online") {
        case "true": filter.isOnline = true
        case "false": filter.isOnline = false
        case nil: break
        default: throw RequestFault(.badParameter, field: "online")
        }
        isNarrowed = filter != EventFilter()
        from = try Self.day(query, "from") ?? Stockholm.day(now)
        filter.from = Stockholm.start(of: from)
        events = filter
    }

    private static func choice<Value: RawRepresentable<String>>(_ query: Query, _ name: String) throws -> Value? {
        guard let text = try query.single(name) else { return nil }
        guard let value = Value(rawValue: text) else { throw RequestFault(.badParameter, field: name) }
        return value
    }

    private static func day(_ query: Query, _ name: String) throws -> Day? {
        guard let text = try query.single(name) else { return nil }
        guard let day = Day(text) ?? Instant(rfc3339: text).map(Stockholm.day) else {
            throw RequestFault(.badParameter, field: name)
        }
        return day
    }
}
