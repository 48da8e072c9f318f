import Domain

/// What the feed says beside what hosts write.
extension Phrases {
    var feedName: String { say("Samlyft – kompetensutveckling för bibliotek", en: "Samlyft – training for libraries") }
    var feedDescription: String {
        say(
            "Kompetensutveckling för bibliotekspersonal i Skåne. Kalendern uppdateras så snart något ändras.",
            en: "Training for library staff in Skåne. The calendar is updated as soon as anything changes.")
    }
    func cancelledTitle(_ title: String) -> String { say("INSTÄLLT: \(title)", en: "CANCELLED: \(title)") }
    func cancelledBecause(_ reason: String) -> String { say("Inställt: \(reason)", en: "Cancelled: \(reason)") }

    /// Name, street and town of the place, or that it is online: a place that it was moved from is kept, and not told.
    func place(_ details: EventDetails) -> String {
        if details.attendance == .online { return say("Digitalt", en: "Online") }
        let venue = details.venue.map { [$0.name, $0.street ?? "", $0.city ?? ""].filter { !$0.isEmpty } } ?? []
        let online = details.attendance == .onsite ? [] : [say("Digitalt", en: "Online")]
        return (venue + online).joined(separator: ", ")
    }

    /// Host, target group, last day to register and price, a line each.
    func feedFacts(_ details: EventDetails, host: String?) -> String {
        var lines: [String] = []
        if let host { lines.append(say("Arrangör: \(host)", en: "Host: \(host)")) }
        let audience = details.audience.map { name($0) }.joined(separator: ", ")
        lines.append(say("Målgrupp: \(audience)", en: "For: \(audience)"))
        if let closes = details.registration.closesAt {
            lines.append(say("Anmäl dig senast \(moment(closes))", en: "Register by \(moment(closes))"))
        }
        if let capacity = details.seats.capacity { lines.append(say("Platser: \(capacity)", en: "Seats: \(capacity)")) }
        if details.prices.others > .zero {
            lines.append(
                say(
                    "Pris för andra bibliotek: \(money(details.prices.others))",
                    en: "Price for other libraries: \(money(details.prices.others))"))
        }
        return lines.joined(separator: "\n")
    }
}
