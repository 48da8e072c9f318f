import Domain

/// What the calendar for people says.
extension Phrases {
    var calendarTitle: String { say("Kalender", en: "Calendar") }
    var calendarLead: String {
        say(
            "Föreläsningar, utbildningsdagar och träffar för bibliotekspersonal i Skåne.",
            en: "Lectures, training days and meetings for library staff in Skåne.")
    }
    var all: String { say("Alla", en: "All") }
    var allOfRegion: String { say("Hela Skåne", en: "All of Skåne") }
    var onlineOnly: String { say("Går att följa digitalt", en: "Can be followed online") }
    var onsiteOnly: String { say("Bara på plats", en: "On site only") }
    var show: String { say("Visa", en: "Show") }
    var clearFilter: String { say("Visa alla kommande", en: "Show all that is coming") }
    var openToOthers: String {
        say("Öppen för personal från andra bibliotek", en: "Open to staff of other libraries")
    }
    var noEventsFound: String {
        say(
            "Inget finns att visa. Pröva färre val eller ett tidigare datum.",
            en: "There is nothing to show. Try fewer choices or an earlier date.")
    }

    func eventsFound(_ count: Int) -> String {
        count == 1 ? say("1 händelse", en: "1 event") : say("\(number(count)) händelser", en: "\(number(count)) events")
    }

    func filterField(_ name: String) -> String {
        switch name {
        case "q": say("Sök ord", en: "Search for words")
        case "kind": say("Typ", en: "Kind")
        case "theme": say("Tema", en: "Theme")
        case "municipalityCode": say("Kommun", en: "Municipality")
        case "online": say("Deltagande", en: "Attendance")
        default: say("Från och med", en: "From")
        }
    }

    /// `April 2027`.
    func month(_ month: Int, of year: Int) -> String {
        let name = monthName(month)
        return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(year)"
    }

    /// `tisdag 27 april 2027 kl. 10.00–12.00`.
    func dayAndSpan(of details: EventDetails) -> String {
        let first = Stockholm.day(details.startsAt)
        let last = Stockholm.day(details.endsAt.adding(microseconds: -1))
        if details.allDay {
            return first == last
                ? weekdayAndDay(first) : "\(weekdayAndDay(first)) – \(weekdayAndDay(last))"
        }
        let start = "\(weekdayAndDay(first))\(say(" kl. ", en: ", "))\(clock(details.startsAt))"
        return first == last
            ? "\(start)–\(clock(details.endsAt))"
            : "\(start) – \(weekdayAndDay(last))\(say(" kl. ", en: ", "))\(clock(details.endsAt))"
    }
}

/// Subscribing, said as it is: the delays are those that the makers of the programs tell of.
extension Phrases {
    var subscribe: String { say("Prenumerera på kalendern", en: "Subscribe to the calendar") }
    var subscribeLead: String {
        say(
            "Då kommer händelserna in i den kalender du redan använder, och ändringar följer med. Du behöver inte logga in.",
            en: "Events then come into the calendar that you already use, and changes follow. You need not log in.")
    }
    var feedAddress: String { say("Kalenderns adress", en: "Address of the calendar") }
    var copyHint: String {
        say(
            "Kopiera adressen och välj ”Lägg till från internet” eller ”Prenumerera” i ditt kalenderprogram.",
            en: "Copy the address and choose “Add from internet” or “Subscribe” in your calendar program.")
    }
    var subscribeNow: String { say("Prenumerera direkt i datorn eller telefonen", en: "Subscribe on this device") }
    var howSoon: String { say("Hur fort syns en ändring?", en: "How soon does a change show?") }
    var delays: [String] {
        [
            say(
                "Här på sidan och i kalenderns adress: genast.", en: "On this page and at the address: at once."),
            say(
                "Apples kalender: så ofta som du själv har ställt in, från fem minuter till en vecka.",
                en: "Apple's calendar: as often as you have set it, from five minutes to a week."),
            say(
                "Google Kalender: efter 8–24 timmar, och det går inte att skynda på.",
                en: "Google Calendar: after 8–24 hours, and it cannot be hurried."),
            say(
                "Outlook: från någon timme till mer än ett dygn. Titta därför här om något är på gång i dag.",
                en: "Outlook: from an hour to more than a day. So look here for what happens today."),
        ]
    }
}
