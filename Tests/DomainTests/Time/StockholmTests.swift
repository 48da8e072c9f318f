import Domain
import Foundation
import RuleSnapshots
import Testing

/// Held against the machine's own IANA data, so that a law that changes is seen here first.
@Suite struct `The clock in Stockholm` {
    @Test func `keeps the time that IANA says, at any instant from 1997 to 2037`() throws {
        let zone = try #require(TimeZone(identifier: Stockholm.name))
        var random = SeededGenerator(seed: 3)
        let seconds = clock("1997-01-01T00:00").seconds..<clock("2038-01-01T00:00").seconds
        for _ in 0..<50_000 {
            let second = Int.random(in: seconds, using: &random)
            let offset = Stockholm.offset(at: Instant(microseconds: second * 1_000_000))
            guard offset == zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))) else {
                Issue.record("\(second): we say \(offset)")
                return
            }
        }
    }

    @Test func `changes its clocks when IANA says, to the second`() throws {
        let zone = try #require(TimeZone(identifier: Stockholm.name))
        var changes = 0
        var moment = Date(timeIntervalSince1970: Double(clock("1997-01-01T00:00").seconds))
        let end = Date(timeIntervalSince1970: Double(clock("2038-01-01T00:00").seconds))
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end {
            let change = Instant(microseconds: Int(next.timeIntervalSince1970) * 1_000_000)
            let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
            let after = zone.secondsFromGMT(for: next)
            #expect(abs(before - after) == 3600)
            #expect(Stockholm.offset(at: change.adding(seconds: -1)) == before)
            #expect(Stockholm.offset(at: change.adding(microseconds: -1)) == before)
            #expect(Stockholm.offset(at: change) == after)
            #expect(Stockholm.offset(at: change.adding(seconds: 1)) == after)
            changes += 1
            moment = next
        }
        #expect(changes == 82)
    }

    @Test(arguments: [
        ("2019-03-31T01:59:59", "2019-03-31T00:59:59Z"), ("2019-03-31T03:00", "2019-03-31T01:00:00Z"),
        ("2019-10-27T01:59:59", "2019-10-26T23:59:59Z"), ("2019-10-27T02:00", "2019-10-27T00:00:00Z"),
        ("2019-10-27T02:30", "2019-10-27T00:30:00Z"), ("2019-10-27T02:59:59", "2019-10-27T00:59:59Z"),
        ("2019-10-27T03:00", "2019-10-27T02:00:00Z"), ("2040-03-25T01:30", "2040-03-25T00:30:00Z"),
        ("2040-03-25T04:00", "2040-03-25T02:00:00Z"), ("2019-12-24T15:00", "2019-12-24T14:00:00Z"),
    ])
    func `shows a time at one instant, and at the first of two`(_ local: String, _ instant: String) throws {
        #expect(Stockholm.instant(try #require(LocalDateTime(local))) == Instant(rfc3339: instant))
    }

    @Test(arguments: ["2019-03-31T02:00", "2019-03-31T02:30", "2019-03-31T02:59:59", "2040-03-25T02:00"])
    func `never shows the hour that spring leaves out`(_ local: String) throws {
        #expect(Stockholm.instant(try #require(LocalDateTime(local))) == nil)
    }

    @Test func `shows what was shown`() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20_000 {
            let instant = Instant(microseconds: Int.random(in: 852_073_200...4_102_444_800, using: &random) * 1_000_000)
            let local = Stockholm.local(instant)
            let back = Stockholm.instant(local)
            let isSecondOfTwo = Stockholm.offset(at: instant) == 3600 && back == instant.adding(hours: -1)
            guard back == instant || isSecondOfTwo else {
                Issue.record("\(instant.rfc3339) shows \(local.text)")
                return
            }
        }
    }

    @Test func `has days of 23, 24 and 25 hours, each from midnight`() {
        for (text, hours) in [("2019-03-31", 23), ("2019-10-27", 25), ("2019-05-15", 24), ("2020-02-29", 24)] {
            let start = Stockholm.start(of: day(text))
            #expect(Stockholm.local(start) == LocalDateTime(day: day(text)))
            #expect(Stockholm.start(of: day(text).adding(days: 1)) == start.adding(hours: hours))
            #expect(Stockholm.day(start) == day(text))
            #expect(Stockholm.day(start.adding(microseconds: -1)) == day(text).adding(days: -1))
        }
    }
}
