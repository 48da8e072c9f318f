extension ContentWriter {
    /// What every calendar begins with.
    mutating func beginCalendar(productID: String) {
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        text("PRODID", productID)
        line("CALSCALE:GREGORIAN")
    }

    mutating func event(_ event: VEvent, organizer: VEvent.Organizer?, descriptionLimit: Int) {
        line("BEGIN:VEVENT")
        text("UID", event.uid)
        instant("DTSTAMP", event.lastModified)
        if let created = event.created { instant("CREATED", created) }
        instant("LAST-MODIFIED", event.lastModified)
        line("SEQUENCE:\(event.sequence)")
        span(event.span)
        text("SUMMARY", event.summary)
        line("STATUS:\(event.status.rawValue)")
        line("CLASS:PUBLIC")
        let isFree = event.isTransparent || event.span.isWholeDays || event.status == .cancelled
        line(isFree ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE")
        optionalText("LOCATION", event.location)
        if let position = event.position { line("GEO:\(position.latitude.degrees);\(position.longitude.degrees)") }
        if let url = event.url { address("URL", url) }
        texts("CATEGORIES", event.categories)
        if let organizer { self.organizer(organizer) }
        for sibling in event.siblings { text("RELATED-TO;RELTYPE=SIBLING", sibling) }
        if let conference = event.conference { address("CONFERENCE;VALUE=URI;FEATURE=VIDEO", conference) }
        optionalText("DESCRIPTION", event.fullDescription(limit: descriptionLimit))
        line("END:VEVENT")
    }

    private mutating func span(_ span: VEvent.Span) {
        switch span.kind {
        case .days(let first, let after):
            line("DTSTART;VALUE=DATE:") { $0.append(date: first) }
            line("DTEND;VALUE=DATE:") { $0.append(date: after) }
        case .local(let start, let end):
            line("DTSTART;TZID=Europe/Stockholm:") { $0.append(local: start) }
            line("DTEND;TZID=Europe/Stockholm:") { $0.append(local: end) }
        case .utc(let start, let end):
            instant("DTSTART", start)
            instant("DTEND", end)
        }
    }

    private mutating func organizer(_ organizer: VEvent.Organizer) {
        line("ORGANIZER;CN=") { line in
            line.append(parameter: organizer.name)
            line.append(contentsOf: ":mailto:".utf8)
            line.append(address: organizer.address)
        }
    }

    /// Europe/Stockholm, whole and always: every calendar has a component in it so, and every TZID its definition.
    /// By rules of BYDAY, which all clients read; right to the second for 1996 to 2060 as compared with IANA's data.
    mutating func timeZone() {
        bytes.append(contentsOf: stockholm.utf8)
    }
}

private let stockholm =
    [
        "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm",
        "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART:19810329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE",
    ].joined(separator: "\r\n") + "\r\n"

extension VEvent {
    /// The text, shortened where it must be, and then the addresses, which are never cut.
    fileprivate func fullDescription(limit: Int) -> String {
        let whole = String(Substring(description.trimmedForCalendar))
        let isWhole = whole.utf8.count <= limit || whole.count <= limit
        let own = isWhole ? whole : limit == 0 ? "" : whole.prefix(limit) + "…"
        let addresses = [url, conference].compactMap { $0 }.filter { !own.hasSuffix($0) }
        return ([own] + addresses).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

extension Double {
    /// Six decimals: a hand's breadth on the ground.
    fileprivate var degrees: String {
        let millionths = Int((magnitude * 1_000_000).rounded())
        let fraction = String(millionths % 1_000_000)
        let zeros = String(repeating: "0", count: 6 - fraction.count)
        return "\(self < 0 && millionths > 0 ? "-" : "")\(millionths / 1_000_000).\(zeros)\(fraction)"
    }
}
