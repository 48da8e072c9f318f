import ICalendar
import Testing

/// A feed with the given events and everything a feed can say.
func feed(_ events: [VEvent]) -> CalendarFeed {
    CalendarFeed(
        productID: "-//Region Skåne//Samlyft 1.0//SV", name: "Samlyft: alla", description: "Allt, i hela Skåne",
        color: "teal", source: "https://samlyft.example/feeds/all.ics", url: "https://samlyft.example/events",
        lastModified: UTCInstant(secondsSince1970: 1_567_000_000), events: events)
}

/// An event by the clock on the wall on 6 September 2019, changed as told.
func sample(_ change: (inout VEvent) -> Void = { _ in }) throws -> VEvent {
    let span = try #require(timeSpan("2019-09-06T10:00", "2019-09-06T12:00"))
    var event = VEvent(
        uid: "5e0c2a6e-5a0e-4f0e-8a5c-0d3b6f0c9b1a@samlyft.example",
        lastModified: UTCInstant(secondsSince1970: 1_567_000_000), created: UTCInstant(secondsSince1970: 1_566_000_000),
        span: span, summary: "Läslyft", description: "Välkommen", location: "Stadsbiblioteket, Lund",
        url: "https://samlyft.example/events/1")
    change(&event)
    return event
}

/// `2019-09-06T10:00`, or nil where no clock shows that.
func local(_ text: String) -> LocalDateTime? {
    let numbers = text.split { "-T:".contains($0) }.compactMap { Int($0) }
    guard numbers.count == 5, let date = LocalDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
        return nil
    }
    return LocalDateTime(date, hour: numbers[3], minute: numbers[4])
}

func timeSpan(_ start: String, _ end: String) -> VEvent.Span? {
    guard let start = local(start), let end = local(end) else { return nil }
    return VEvent.Span(from: start, to: end)
}

func days(_ first: String, _ last: String) -> VEvent.Span? {
    guard let first = local(first + "T00:00"), let last = local(last + "T00:00") else { return nil }
    return VEvent.Span(days: first.date, through: last.date)
}

extension [StrictReader.Property] {
    /// The text of the one property of that name.
    func text(_ name: String) throws -> String {
        let found = filter { $0.name == name }
        try #require(found.count == 1)
        return try found[0].text
    }

    /// The value as written of the one property of that name.
    func value(_ name: String) throws -> String {
        let found = filter { $0.name == name }
        try #require(found.count == 1)
        return found[0].value
    }
}
