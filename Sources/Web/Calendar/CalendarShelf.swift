import Crypto
import Operations
import Domain
import HTTPTypes
import ICalendar
import NIOCore
import Postgres
import Store

/// The public feed, rendered once for each change and kept ready.
///
/// Every reader gets what was committed before they asked: the stamp of the calendar is read for each of them, though
/// all who ask before a reading is sent share it (`Lane`). Where it has moved, they share one rendering.
final class CalendarShelf: Sendable {
    /// What a rendering was made from. The day in Stockholm decides how far back the feed reaches.
    struct Edition: Sendable, Equatable {
        let version: Int
        let changedAt: Instant
        let day: Day
    }

    private struct Shelf {
        var rendering: Rendering?
        var making: (edition: Edition, task: Task<Rendering, any Error>)?
    }

    private let service: Service
    private let language: Language
    private let shelf = Locked(Shelf())

    init(_ service: Service, language: Language) {
        self.service = service
        self.language = language
    }

    /// The feed as it stands when this is called, or later.
    func current() async throws -> Rendering {
        let edition = Edition(try await service.database.calendarStamp())
        let kept: Rendering? = shelf.withLock { shelf in
            if let kept = shelf.rendering, kept.edition == edition { kept } else { nil }
        }
        if let kept { return kept }
        return try await making(edition).value
    }

    /// Whoever waits for a rendering of `edition` saw the stamp unmoved after it began, so what it reads is not older.
    private func making(_ edition: Edition) -> Task<Rendering, any Error> {
        shelf.withLock { shelf in
            if let making = shelf.making, making.edition == edition { return making.task }
            // It may have been done a moment ago.
            if let kept = shelf.rendering, kept.edition == edition { return Task { kept } }
            let task = Task { try await self.make(edition) }
            shelf.making = (edition, task)
            return task
        }
    }

    private func make(_ edition: Edition) async throws -> Rendering {
        // A failure is not kept: who asks next tries again.
        defer { shelf.withLock { if $0.making?.edition == edition { $0.making = nil } } }
        let events = try await service.database.feed(
            since: Stockholm.start(of: edition.day.adding(days: -90)),
            cancelledSince: Stockholm.start(of: edition.day.adding(days: -7)))
        let libraries = try await service.database.libraries(
            municipalityCode: nil, kind: nil, limit: 10_000, offset: 0
        ).libraries
        let writer = FeedWriter(service.settings, language: language, libraries: libraries)
        let bytes = writer.feed(of: events, changedAt: edition.changedAt, day: edition.day)
        let made = try Rendering(edition, bytes: bytes)
        shelf.withLock { $0.rendering = made }
        return made
    }
}

extension CalendarShelf.Edition {
    init(_ stamp: CalendarStamp) {
        self.init(version: stamp.version, changedAt: stamp.changedAt, day: Stockholm.day(stamp.readAt))
    }
}

/// The bytes of a feed, ready to be sent, and what they were made from.
struct Rendering: Sendable {
    let edition: CalendarShelf.Edition
    let answer: WebResponse

    init(_ edition: CalendarShelf.Edition, bytes: [UInt8]) throws {
        self.edition = edition
        let body = ByteBuffer(bytes: bytes)
        // A digest of the bytes is the same on every node. The content last changed by an event, or by the day that
        // moved the window.
        answer = .calendar(
            body, gzipped: try Gzip.compressed(body), tag: Base64URL.encode(SHA256.hash(data: bytes).prefix(16)),
            changedAt: max(edition.changedAt, Stockholm.start(of: edition.day)),
            disposition: "inline; filename=\"samlyft.ics\"")
    }
}
