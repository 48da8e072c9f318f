import Domain

/// The times that the service deals with: the years 1900 to 2199. Beyond them lie typing errors, and years that ISO 8601
/// writes in other ways.
enum SensibleTime {
    private static let first = Instant(microseconds: -2_208_988_800_000_000)  // 1900-01-01T00:00:00Z
    private static let last = Instant(microseconds: 7_258_118_400_000_000)  // 2200-01-01T00:00:00Z
    /// The first and the last day, as they are told.
    static let range = (first: "1900-01-01", last: "2199-12-31")

    /// What is wrong with an instant; nil: it lies within.
    static func fault(of instant: Instant) -> FieldError.Fault? {
        if instant < first { return .isTooEarly(than: range.first) }
        return instant < last ? nil : .isTooLate(than: range.last)
    }

    /// The same of a day in Stockholm.
    static func fault(of day: Day) -> FieldError.Fault? { fault(of: LocalDateTime(day: day).instantAsUTC) }

    /// What is wrong with text that is no day or time of ours: that its year has too many digits, where it has.
    static func fault(ofText text: String, else form: FieldError.Form) -> FieldError.Fault {
        let year = text.prefix { ("0"..."9").contains($0) }
        let isFarAhead = (5...6).contains(year.count) && text.dropFirst(year.count).first == "-"
        return isFarAhead ? .isTooLate(than: range.last) : .isNot(form)
    }
}

extension LocalDateTime {
    fileprivate var instantAsUTC: Instant { Instant(microseconds: secondsAsUTC * 1_000_000) }
}
