import Domain
import RuleSnapshots
import Testing

@Suite struct `Instants` {
    @Test(arguments: [
        ("2027-04-27T08:00:00Z", "2027-04-27T08:00:00Z"), ("2027-04-27T10:00:00+02:00", "2027-04-27T08:00:00Z"),
        ("2027-04-27t08:00:00z", "2027-04-27T08:00:00Z"), ("2027-04-27 08:00:00Z", "2027-04-27T08:00:00Z"),
        ("2027-01-01T00:30:00+01:00", "2026-12-31T23:30:00Z"), ("2026-12-31T23:30:00-01:30", "2027-01-01T01:00:00Z"),
        ("2027-04-27T08:00:00-00:00", "2027-04-27T08:00:00Z"),
        ("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520000Z"),
        ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"),
        ("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.870000Z"),
        ("2027-04-27T08:00:00.1Z", "2027-04-27T08:00:00.100000Z"),
        ("2027-04-27T08:00:00.000001Z", "2027-04-27T08:00:00.000001Z"),
        ("2027-04-27T08:00:00.123456789Z", "2027-04-27T08:00:00.123456Z"),
        ("2027-04-27T08:00:00.000Z", "2027-04-27T08:00:00Z"),
        ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
        ("2040-03-25T01:30:00+23:59", "2040-03-24T01:31:00Z"),
        ("2038-01-19T03:14:08Z", "2038-01-19T03:14:08Z"), ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ])
    func `are read as RFC 3339 writes them`(_ text: String, _ written: String) throws {
        #expect(try #require(Instant(rfc3339: text)).rfc3339 == written)
    }

    /// A leap second is not read: our clock has none, as PostgreSQL's has none.
    @Test(arguments: [
        "", "2027-04-27", "2027-04-27T08:00Z", "2027-04-27T08:00:00", "2027-04-27T08:00:00+02",
        "2027-04-27T08:00:00+0200",
        "2027-04-27T08:00:00+24:00", "2027-04-27T08:00:00+02:60", "2027-04-27T08:00:00 Z", "2027-04-27T08:00:00.Z",
        "2027-04-27T08:00:00,5Z", "2027-04-27T08:00:00.1234567890Z", "2027-02-29T08:00:00Z", "2027-04-31T08:00:00Z",
        "2027-04-27T24:00:00Z", "2027-04-27T08:60:00Z", "2016-12-31T23:59:60Z", "2027-04-27T08:00:00ZZ",
        "2027-04-27T08:00:00±02:00", "2027-04-27T08:00:00−02:00", "27-04-27T08:00:00Z", "+2027-04-27T08:00:00Z",
        "2027-04-27T08:00:00Europe/Stockholm", "2027-04-27T8:00:00Z", " 2027-04-27T08:00:00Z", "2027-04-27T08:00:00Z\n",
        "20270427T080000Z", "2027-W17-2T08:00:00Z", "2027-117T08:00:00Z+01", "2027-04-27T08:00:00.+12:00",
    ])
    func `written otherwise are not read`(_ text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func `survive being written and read, between 1900 and 2200`() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<5_000 {
            let instant = Instant(
                microseconds: Int.random(in: -2_208_988_800_000_000...7_258_118_400_000_000, using: &random))
            guard Instant(rfc3339: instant.rfc3339) == instant else {
                Issue.record("\(instant.microseconds) is written \(instant.rfc3339)")
                return
            }
        }
    }

    @Test(arguments: ["2254-01-01T00:00:00.999999Z", "2999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"])
    func `lose no microsecond, however late`(_ text: String) throws {
        #expect(try #require(Instant(rfc3339: text)).rfc3339 == text)
    }

    /// RFC 3339 has years of four digits; an offset can push one over the edge.
    @Test(arguments: ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"])
    func `that could not be written again are not read`(_ text: String) {
        #expect(Instant(rfc3339: text).map { Instant(rfc3339: $0.rfc3339) == $0 } ?? true)
    }

    @Test func `count their seconds downwards`() {
        #expect(Instant(microseconds: -1).seconds == -1)
        #expect(Instant(microseconds: 999_999).seconds == 0)
        #expect(Instant(microseconds: -1_000_000).seconds == -1)
        #expect(Instant(microseconds: 1_790_000_000_999_999).seconds == 1_790_000_000)
    }

    @Test func `are moved by days of 24 hours`() {
        let instant = Instant(microseconds: 0).adding(days: 1, hours: 1, seconds: 1, microseconds: 1)
        #expect(instant.microseconds == 90_001_000_001)
        #expect(instant.adding(days: -1, hours: -1, seconds: -1, microseconds: -1) == Instant(microseconds: 0))
    }
}
