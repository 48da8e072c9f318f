import Domain
import ICalendar
import Store

/// Says in iCalendar what the domain says of events. Public: no participants, no links to meetings, no secrets.
struct FeedWriter {
    private let settings: WebSettings
    private let phrases: Phrases
    private let language: Language
    private let names: [Library.ID: String]

    init(_ settings: WebSettings, language: Language, libraries: [Library]) {
        self.settings = settings
        self.language = language
        phrases = Phrases(language, noun: settings.grantNoun)
        names = Dictionary(uniqueKeysWithValues: libraries.map { ($0.id, $0.name) })
    }

    private static let productID = "-//Samlyft//Samlyft 1.0//SV"

    /// The whole feed.
    func feed(of events: [Event], changedAt: Instant, day: Day) -> [UInt8] {
        let path = language == .swedish ? Link.calendarFeed : Link.englishCalendarFeed
        let feed = CalendarFeed(
            productID: Self.productID, name: phrases.feedName, description: phrases.feedDescription,
            color: "darkgreen", refreshMinutes: 60, source: settings.publicAddress + path,
            url: settings.publicAddress + Link.calendar,
            lastModified: UTCInstant(secondsSince1970: changedAt.seconds), events: events.compactMap(vevent))
        return feed.bytes(today: LocalDate(daysSince1970: day.daysSince1970))
    }

    /// A file with one event, to be opened in a calendar program.
    func file(of event: Event) -> [UInt8]? {
        guard let vevent = vevent(event) else { return nil }
        let organizer = VEvent.Organizer(
            name: names[event.details.hostLibraryID] ?? "Samlyft", address: settings.contactAddress)
        return CalendarFile(productID: Self.productID, event: vevent, organizer: organizer).bytes()
    }

    private func vevent(_ event: Event) -> VEvent? {
        guard let span = span(of: event.details) else { return nil }
        let details = event.details
        let isCancelled = event.isCancelled
        return VEvent(
            uid: event.calendarUID, lastModified: UTCInstant(secondsSince1970: event.changedAt.seconds),
            created: UTCInstant(secondsSince1970: event.createdAt.seconds), sequence: event.sequence,
            status: isCancelled ? .cancelled : .confirmed, span: span,
            summary: isCancelled ? phrases.cancelledTitle(details.title) : details.title,
            description: description(of: event), location: phrases.place(details),
            url: settings.publicAddress + Link.event(event.id), categories: details.themes,
            organizer: names[details.hostLibraryID].map {
                VEvent.Organizer(name: $0, address: settings.contactAddress)
            })
    }

    private func span(of details: EventDetails) -> VEvent.Span? {
        let start = Stockholm.local(details.startsAt)
        if details.allDay {
            let last = Stockholm.day(details.endsAt.adding(microseconds: -1))
            return VEvent.Span(
                days: LocalDate(daysSince1970: start.day.daysSince1970),
                through: LocalDate(daysSince1970: last.daysSince1970))
        }
        // In the hour that autumn doubles a local time is ambiguous: such an event is written in UTC (RFC 5545 3.3.5).
        let end = Stockholm.local(details.endsAt)
        guard Stockholm.instant(start) == details.startsAt.wholeSeconds,
            Stockholm.instant(end) == details.endsAt.wholeSeconds,
            let localStart = ICalendar.LocalDateTime(start), let localEnd = ICalendar.LocalDateTime(end)
        else {
            return VEvent.Span(
                from: UTCInstant(secondsSince1970: details.startsAt.seconds),
                to: UTCInstant(secondsSince1970: details.endsAt.seconds))
        }
        return VEvent.Span(from: localStart, to: localEnd)
    }

    private func description(of event: Event) -> String {
        let details = event.details
        var parts: [String] = []
        if case .cancelled(_, let reason, _) = event.status { parts.append(phrases.cancelledBecause(reason)) }
        parts.append([details.summary, details.description].filter { !$0.isEmpty }.joined(separator: "\n\n"))
        parts.append(phrases.feedFacts(details, host: names[details.hostLibraryID]))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

extension Instant {
    /// Without the fraction of a second, which iCalendar cannot say.
    fileprivate var wholeSeconds: Instant { Instant(microseconds: seconds * 1_000_000) }
}

extension ICalendar.LocalDateTime {
    fileprivate init?(_ local: Domain.LocalDateTime) {
        self.init(
            LocalDate(daysSince1970: local.day.daysSince1970), hour: local.hour, minute: local.minute,
            second: local.second)
    }
}
