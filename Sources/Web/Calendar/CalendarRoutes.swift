package import Domain
import HTTPTypes
import NIOCore
import Postgres
import Store

extension Routes {
    /// The region's calendar for calendar programs, in both languages, and each event as a file.
    mutating func addCalendarFeeds(_ service: Service) {
        for (path, language) in [(Link.calendarFeed, Language.swedish), (Link.englishCalendarFeed, .english)] {
            let shelf = CalendarShelf(service, language: language)
            file(path, access: .everyone) { _, _ in try await shelf.current().answer }
        }
        file("/events/:id.ics", access: .everyone) { request, _ in
            try await eventFile(try request.id(Event.self), service, request.language)
        }
    }
}

/// One published event as a file; drafts look missing to everybody.
private func eventFile(_ id: Event.ID, _ service: Service, _ language: Language) async throws -> WebResponse {
    guard let event = try await service.database.event(id), event.publishedAt != nil,
        try await service.isShown(event, to: nil)
    else { throw Refusal.missing }
    let libraries = try await service.database.library(event.details.hostLibraryID).map { [$0] } ?? []
    guard let bytes = FeedWriter(service.settings, language: language, libraries: libraries).file(of: event) else {
        throw Refusal.missing
    }
    return .calendar(
        ByteBuffer(bytes: bytes), tag: "\(event.version)-\(language.rawValue)", changedAt: event.changedAt,
        disposition: "attachment; filename=\"\(event.id).ics\"")
}

extension WebResponse {
    /// A calendar that programs may keep for five minutes.
    static func calendar(
        _ body: ByteBuffer, gzipped: ByteBuffer? = nil, tag: String, changedAt: Instant, disposition: String
    ) -> WebResponse {
        var response = bytes(
            body, contentType: "text/calendar; charset=utf-8", tag: tag, changedAt: changedAt,
            cacheControl: "public, max-age=300, stale-while-revalidate=600", gzipped: gzipped)
        response.headers[.contentDisposition] = disposition
        return response
    }
}

extension Link {
    /// The region's calendar in English, for calendar programs.
    package static let englishCalendarFeed = "/calendar.ics"
    /// One event as a file for calendar programs.
    package static func file(of event: Event.ID) -> String { "/events/\(event).ics" }
}
