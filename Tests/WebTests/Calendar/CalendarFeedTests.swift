import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The feed of the region's calendar` {
    @Test func `an event stands in the feed as soon as it is published, and drafts never do`() async throws {
        try await withFeed { scene, feed in
            let draft = try await scene.boundEvent { $0.title = "Ännu ett utkast" }
            #expect(try await !feed.text().contains("Ännu ett utkast"))
            _ = try await scene.operations.publishEvent(draft, by: scene.karin)
            let text = try await feed.text()
            #expect(text.contains("SUMMARY:Ännu ett utkast\r\n"))
            #expect(text.contains("UID:\(draft)@samlyft.example\r\n"))
        }
    }

    @Test func `the decision that funds an event puts it into the feed`() async throws {
        try await withFeed { scene, feed in
            let made = try await scene.case(.recommended)
            #expect(try await !feed.text().contains("\(made.event)"))
            try await scene.approve(made.application)
            #expect(try await feed.text().contains("UID:\(made.event)@samlyft.example\r\n"))
        }
    }

    @Test func `a cancelled event keeps its UID, counts up and says why`() async throws {
        try await withFeed { scene, feed in
            let id = try await scene.publishedEvent()
            _ = try await scene.operations.cancelEvent(id, because: "Föreläsaren är sjuk", by: scene.karin)
            let event = try await feed.event(id)
            #expect(event.contains("STATUS:CANCELLED"))
            #expect(event.contains("SEQUENCE:1"))
            #expect(event.contains("SUMMARY:INSTÄLLT: Läslust i praktiken"))
            #expect(event.contains("TRANSP:TRANSPARENT"))
            #expect(event.contains { $0.hasPrefix("DESCRIPTION:Inställt: Föreläsaren är sjuk") })
        }
    }

    @Test func `the feed tells neither the link to a meeting nor any address of a person`() async throws {
        try await withFeed { scene, feed in
            _ = try await scene.publishedEvent {
                $0.attendance = .online
                $0.venue = nil
                $0.onlineURL = "https://meet.example/hemligt-rum"
            }
            let text = try await feed.text()
            #expect(!text.contains("hemligt-rum"))
            #expect(!text.contains("karin@"))
        }
    }

    @Test func `an event in the hour that autumn has twice is written in UTC`() async throws {
        try await withFeed { scene, feed in
            // 25 October 2026, 02:30 the second time; the first is an hour earlier.
            let year = Stockholm.day(scene.now).numbers.year + 1
            let change = try #require(Self.autumnChange(year))
            let id = try await scene.publishedEvent {
                $0.startsAt = change.adding(seconds: 1800)
                $0.endsAt = change.adding(hours: 3)
            }
            let event = try await feed.event(id)
            #expect(event.contains { $0.hasPrefix("DTSTART:") && $0.hasSuffix("013000Z") })
        }
    }

    private static func autumnChange(_ year: Int) -> Instant? {
        guard let last = Day(year: year, month: 10, day: 31) else { return nil }
        let sunday = last.adding(days: -(last.weekday % 7))
        return Instant(rfc3339: "\(sunday.text)T01:00:00Z")
    }

    @Test func `who has the latest bytes gets 304, by tag and by date, until something changes`() async throws {
        try await withFeed { scene, feed in
            _ = try await scene.publishedEvent()
            let first = try await feed.get()
            let tag = try #require(first.headers[.eTag])
            let date = try #require(first.headers[.lastModified])
            #expect(try await feed.get([.ifNoneMatch: tag]).status == .notModified)
            #expect(try await feed.get([.ifNoneMatch: "\"other\", \(tag)"]).status == .notModified)
            #expect(try await feed.get([.ifModifiedSince: date]).status == .notModified)
            _ = try await scene.publishedEvent { $0.title = "Ny" }
            #expect(try await feed.get([.ifNoneMatch: tag]).status == .ok)
        }
    }

    @Test func `gzip holds the same bytes under its own tag`() async throws {
        try await withFeed { scene, feed in
            _ = try await scene.publishedEvent()
            let plain = try await feed.get()
            let packed = try await feed.get([.acceptEncoding: "gzip"])
            #expect(packed.headers[.contentEncoding] == "gzip")
            #expect(packed.headers[.vary]?.contains("Accept-Encoding") == true)
            #expect(packed.headers[.eTag] != plain.headers[.eTag])
            #expect(packed.body.readableBytes < plain.body.readableBytes)
            #expect(Array(packed.body.readableBytesView.prefix(2)) == [0x1F, 0x8B])
        }
    }

    @Test func `two instances serve the same bytes`() async throws {
        try await withScene { scene in
            _ = try await scene.publishedEvent()
            let one = try await FeedReader(scene.client).text()
            let other = try await scene.database.withSecondClient { client in try await FeedReader(client).text() }
            #expect(one == other)
        }
    }

    @Test func `no reader sees less than what was committed before they asked`() async throws {
        try await withFeed { scene, feed in
            for round in 1...10 {
                let id = try await scene.publishedEvent { $0.title = "Omgång \(round)" }
                let texts = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 0..<20 { group.addTask { try await feed.text() } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(texts.allSatisfy { $0.contains("UID:\(id)@") })
            }
        }
    }
}
