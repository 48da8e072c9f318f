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

    init(_ query: Query, now: Instant) throws(RequestFault) {
        var filter = EventFilter()
        filter.words = try query.words("q")
        filter.kind = try query.oneOf("kind", EventKind.self)
        filter.theme = try query.words("theme")
        filter.host = try query.identity("hostLibraryId", Library.self)
        filter.municipalityCode = try query.words("municipalityCode")
        filter.isOnline = try query.truth("online")
        filter.until = try query.moment("until", after: true)
        isNarrowed = filter != EventFilter()
        let first = try query.moment("from") ?? now
        from = Stockholm.day(first)
        filter.from = Stockholm.start(of: from)
        events = filter
    }
}
