/// Europe/Stockholm since 1996: one hour ahead of UTC, two from the last Sunday of March 01:00 UTC to the last Sunday
/// of October 01:00 UTC (directive 2000/84/EC). The calendar feed's VTIMEZONE says the same, so the two cannot differ;
/// a test holds this against the IANA data of the machine.
package enum Stockholm {
    package static let name = "Europe/Stockholm"

    /// What the clock in Stockholm shows at `instant`.
    package static func local(_ instant: Instant) -> LocalDateTime {
        LocalDateTime(secondsSince1970: instant.seconds + offset(at: instant))
    }

    /// The day in Stockholm at `instant`.
    package static func day(_ instant: Instant) -> Day { local(instant).day }

    /// When the clock shows `local`: nil in the hour that spring leaves out, the first of the two in autumn.
    package static func instant(_ local: LocalDateTime) -> Instant? {
        for offset in [7200, 3600] {
            let candidate = Instant(microseconds: (local.secondsAsUTC - offset) * 1_000_000)
            if self.offset(at: candidate) == offset { return candidate }
        }
        return nil
    }

    /// The first instant of `day`. Midnight is never in the hour that spring leaves out.
    package static func start(of day: Day) -> Instant {
        instant(LocalDateTime(day: day)) ?? Instant(microseconds: LocalDateTime(day: day).secondsAsUTC * 1_000_000)
    }

    /// Seconds ahead of UTC.
    package static func offset(at instant: Instant) -> Int {
        let year = LocalDateTime(secondsSince1970: instant.seconds).day.numbers.year
        let summer = change(year: year, month: 3)..<change(year: year, month: 10)
        return summer.contains(instant.seconds) ? 7200 : 3600
    }

    /// 01:00 UTC on the last Sunday of a month that has 31 days.
    private static func change(year: Int, month: Int) -> Int {
        guard let last = Day(year: year, month: month, day: 31) else { return 0 }
        return last.adding(days: -(last.weekday % 7)).daysSince1970 * 86_400 + 3600
    }
}
