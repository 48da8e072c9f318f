/// A calendar to subscribe to. It bears no METHOD, so that DTSTAMP may be the time of the last change (RFC 5545
/// 3.8.7.2) and the same events give the same bytes on every node.
package struct CalendarFeed: Sendable {
    /// `-//Region//Product 1.0//SV`.
    package var productID: String
    /// What readers call it.
    package var name: String
    /// What it holds, in a sentence.
    package var description: String
    /// A colour name of CSS 3.
    package var color: String?
    /// How often readers are asked to come back.
    package var refreshMinutes: Int
    /// The address of the feed itself, for public feeds: an address with a token in it is never told.
    package var source: String?
    /// The page that shows the same events.
    package var url: String?
    /// When an event in it changed, came or went; never now.
    package var lastModified: UTCInstant
    /// In any order.
    package var events: [VEvent]

    /// A feed.
    package init(
        productID: String, name: String, description: String = "", color: String? = nil, refreshMinutes: Int = 60,
        source: String? = nil, url: String? = nil, lastModified: UTCInstant, events: [VEvent]
    ) {
        self.productID = productID
        self.name = name
        self.description = description
        self.color = color
        self.refreshMinutes = refreshMinutes
        self.source = source
        self.url = url
        self.lastModified = lastModified
        self.events = events
    }

    /// The feed, by start and UID, in at most `limit` octets: Google is reported to refuse more. Descriptions are
    /// shortened first, then what ended before `today` goes, the oldest first; what is to come is never left out.
    package func bytes(limit: Int = 1_000_000, today: LocalDate? = nil) -> [UInt8] {
        let sorted = events.map { (start: $0.span.startOnTheWall, event: $0) }
            .sorted { ($0.start, $0.event.uid) < ($1.start, $1.event.uid) }
            .map(\.event)
        var bytes = rendered(sorted, descriptionLimit: .max)
        for descriptionLimit in [1_000, 300, 0] where bytes.count > limit {
            bytes = rendered(sorted, descriptionLimit: descriptionLimit)
        }
        guard bytes.count > limit, let today else { return bytes }
        return rendered(sorted.droppingPast(before: today, toSave: bytes.count - limit), descriptionLimit: 0)
    }

    private func rendered(_ events: [VEvent], descriptionLimit: Int) -> [UInt8] {
        var writer = ContentWriter(capacity: 1_000 + 700 * events.count)
        writer.beginCalendar(productID: productID)
        writer.text("NAME", name)
        writer.text("X-WR-CALNAME", name)
        writer.optionalText("DESCRIPTION", description)
        writer.optionalText("X-WR-CALDESC", description)
        writer.optionalText("COLOR", color ?? "")
        let interval = refreshMinutes % 60 == 0 ? "PT\(refreshMinutes / 60)H" : "PT\(refreshMinutes)M"
        writer.line("REFRESH-INTERVAL;VALUE=DURATION:\(interval)")
        writer.line("X-PUBLISHED-TTL:\(interval)")
        if let source { writer.address("SOURCE;VALUE=URI", source) }
        if let url { writer.address("URL", url) }
        writer.instant("LAST-MODIFIED", lastModified)
        writer.line("X-WR-TIMEZONE:Europe/Stockholm")
        writer.timeZone()
        for event in events { writer.event(event, organizer: event.organizer, descriptionLimit: descriptionLimit) }
        writer.line("END:VCALENDAR")
        return writer.bytes
    }
}

/// One event to save. It has a METHOD and so an organizer (RFC 5546 3.2.1), and no name, which would have Outlook
/// make a calendar of it (MS-OXCICAL).
package struct CalendarFile: Sendable {
    /// `-//Region//Product 1.0//SV`.
    package var productID: String
    /// The event.
    package var event: VEvent
    /// Who holds it; goes before the event's own.
    package var organizer: VEvent.Organizer

    /// A file.
    package init(productID: String, event: VEvent, organizer: VEvent.Organizer) {
        self.productID = productID
        self.event = event
        self.organizer = organizer
    }

    /// The file.
    package func bytes() -> [UInt8] {
        var writer = ContentWriter(capacity: 2_000)
        writer.beginCalendar(productID: productID)
        writer.line("METHOD:PUBLISH")
        writer.timeZone()
        writer.event(event, organizer: organizer, descriptionLimit: .max)
        writer.line("END:VCALENDAR")
        return writer.bytes
    }
}

extension [VEvent] {
    /// Without as many of the oldest past events as it takes to save so many octets.
    fileprivate func droppingPast(before today: LocalDate, toSave octets: Int) -> [VEvent] {
        var missing = octets
        return filter { event in
            guard missing > 0, event.span.endOnTheWall <= today.daysSince1970 * 86_400 else { return true }
            var writer = ContentWriter(capacity: 1_000)
            writer.event(event, organizer: event.organizer, descriptionLimit: 0)
            missing -= writer.bytes.count
            return false
        }
    }
}
