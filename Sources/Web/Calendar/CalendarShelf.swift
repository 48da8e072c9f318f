import Crypto
import Operations
import Domain
import ICalendar
import NIOCore
import Postgres
import Store

/// The public feed, rendered once for each change and kept ready.
///
/// Every reader gets what was committed before they asked: the stamp of the calendar is read for each of them, but all
/// who ask while one reading is under way share the next. A check that began earlier is never joined, since it may have
/// seen an older stamp.
actor CalendarShelf {
    private let service: Service
    private let language: Language
    private var rendering: Rendering?
    private var check: Task<Rendering, any Error>?
    private var nextCheck: Task<Rendering, any Error>?

    init(_ service: Service, language: Language) {
        self.service = service
        self.language = language
    }

    /// The feed as it stands when this is called, or later.
    func current() async throws -> Rendering {
        if let nextCheck { return try await nextCheck.value }
        guard let running = check else {
            let task = Task { try await self.refreshed() }
            check = task
            return try await task.value
        }
        let task = Task {
            _ = await running.result
            return try await self.promoted()
        }
        nextCheck = task
        return try await task.value
    }

    private func promoted() async throws -> Rendering {
        check = nextCheck
        nextCheck = nil
        return try await refreshed()
    }

    private func refreshed() async throws -> Rendering {
        defer { if nextCheck == nil { check = nil } }
        let stamp = try await service.database.calendarStamp()
        let day = Stockholm.day(try await service.database.now())
        if let rendering, rendering.stamp == stamp, rendering.day == day { return rendering }
        let events = try await service.database.feed(
            since: Stockholm.start(of: day.adding(days: -90)),
            cancelledSince: Stockholm.start(of: day.adding(days: -7)))
        let libraries = try await service.database.libraries(
            municipalityCode: nil, kind: nil, limit: 10_000, offset: 0
        ).libraries
        let writer = FeedWriter(service.settings, language: language, libraries: libraries)
        let made = try Rendering(stamp: stamp, day: day, bytes: writer.feed(of: events, stamp: stamp, day: day))
        rendering = made
        return made
    }
}

/// The bytes of a feed and what they were made from.
struct Rendering: Sendable {
    let stamp: CalendarStamp
    /// The day in Stockholm, which decides how far back the feed reaches.
    let day: Day
    let body: ByteBuffer
    let gzipped: ByteBuffer
    /// A digest of the bytes, the same on every node.
    let tag: String

    init(stamp: CalendarStamp, day: Day, bytes: [UInt8]) throws {
        self.stamp = stamp
        self.day = day
        body = ByteBuffer(bytes: bytes)
        gzipped = try Gzip.compressed(body)
        tag = Base64URL.encode(SHA256.hash(data: bytes).prefix(16))
    }

    /// When the content last changed: by an event, or by the day that moved the window.
    var changedAt: Instant { max(stamp.changedAt, Stockholm.start(of: day)) }
}
