extension Day {
    /// The same day of the next year; the day before 1 March where that has no 29 February.
    package var aYearLater: Day {
        let (year, month, day) = numbers
        return Day(year: year + 1, month: month, day: day) ?? Day(year: year + 1, month: month, day: day - 1)
            ?? adding(days: 365)
    }
}

extension Instant {
    /// When the clock in Stockholm shows the same on that day of the next year. In the hour that spring leaves out, the
    /// hour after it; a fraction of a second is kept.
    package var aYearLater: Instant {
        let local = Stockholm.local(self)
        let next = LocalDateTime(day: local.day.aYearLater, secondOfDay: local.secondOfDay)
        let later = LocalDateTime(day: next.day, secondOfDay: min(next.secondOfDay + 3600, 86_399))
        guard let moved = Stockholm.instant(next) ?? Stockholm.instant(later) else { return adding(days: 365) }
        return moved.adding(microseconds: microseconds - seconds * 1_000_000)
    }
}

extension CallDetails {
    /// The same call for the next year: every date a year on, the money kept, its tracks and rounds new ones.
    package var aYearLater: CallDetails {
        var copy = self
        copy.opensAt = opensAt.aYearLater
        copy.closesAt = closesAt.aYearLater
        copy.projectStartsOn = projectStartsOn?.aYearLater
        copy.projectEndsOn = projectEndsOn?.aYearLater
        copy.tracks = tracks.map { CallTrack(name: $0.name, budget: $0.budget, maximumAmount: $0.maximumAmount) }
        copy.rounds = rounds.map {
            CallRound(
                opensAt: $0.opensAt.aYearLater, closesAt: $0.closesAt.aYearLater,
                decisionExpectedOn: $0.decisionExpectedOn?.aYearLater)
        }
        return copy
    }
}
