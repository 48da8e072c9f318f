import Domain
import HTML

/// The coming events, month by month, and what to choose among them.
struct CalendarPage {
    let request: WebRequest
    let filter: CalendarFilter
    let window: PageWindow
    let events: [Event]
    let total: Int
    let libraries: LibraryNames
    let municipalities: [Municipality]

    private var phrases: Phrases { request.phrases }

    var head: [HeadItem] {
        [.feed(phrases.feedName, type: "text/calendar", at: Link.calendarFeed), .description(phrases.calendarLead)]
    }

    @HTMLBuilder var html: HTML {
        h1(phrases.calendarTitle)
        p(phrases.calendarLead, .class("lead"))
        filters
        section(.class("results")) {
            p(phrases.eventsFound(total), .class("count"), .role(.status))
            if events.isEmpty { nothing } else { months }
            paging(window, total: total, for: request)
        }
        SubscriptionPart(request: request).html
    }

    @HTMLBuilder private var nothing: HTML {
        p(phrases.noEventsFound)
        if filter.isNarrowed { p { link(phrases.clearFilter, to: Link.calendar) } }
    }

    @HTMLBuilder private var months: HTML {
        for month in monthsOfEvents {
            section {
                h2(month.title)
                ul(.class("events")) { for event in month.events { li { item(event) } } }
            }
        }
    }

    private var monthsOfEvents: [(title: String, events: [Event])] {
        var months: [(title: String, events: [Event])] = []
        for event in events {
            let numbers = max(Stockholm.day(event.details.startsAt), filter.from).numbers
            let title = phrases.month(numbers.month, of: numbers.year)
            if months.last?.title == title {
                months[months.count - 1].events.append(event)
            } else {
                months.append((title, [event]))
            }
        }
        return months
    }

    private func item(_ event: Event) -> HTML {
        let host = libraries[event.details.hostLibraryID]
        return article(.class(event.isCancelled ? "event cancelled" : "event")) {
            p(.class("when")) {
                time(phrases.dayAndSpan(of: event.details), datetime: event.details.startsAt.machineText)
            }
            h3 { link(to: Link.event(event.id)) { userText(event.details.title) } }
            p(.class("badges")) { EventBadges(event: event, phrases: phrases).html }
            p(.class("where")) {
                userText([phrases.place(event.details), host].filter { !$0.isEmpty }.joined(separator: " · "))
            }
        }
    }

    private var filters: HTML {
        let typed = TypedForm(
            Dictionary(grouping: request.query.all, by: \.name).mapValues { $0.map(\.value) }, phrases: phrases,
            label: phrases.filterField)
        return form(action: Link.calendar, method: .get, .class("filters"), .role(.search)) {
            typed.line("q", type: .search)
            typed.pick("kind", EventKind.allCases.map { Choice($0.rawValue, phrases.name($0)) }, none: phrases.all)
            typed.pick("theme", EventThemes.known.map { Choice($0, phrases.theme($0)) }, none: phrases.all)
            typed.pick(
                "municipalityCode", municipalities.map { Choice($0.code, $0.name) }, none: phrases.allOfRegion)
            typed.pick(
                "online", [Choice("true", phrases.onlineOnly), Choice("false", phrases.onsiteOnly)], none: phrases.all)
            field(label: phrases.filterField("from"), name: "from", type: .date, value: filter.from.text)
            div(.class("actions")) {
                button(phrases.show)
                if filter.isNarrowed { link(phrases.clearFilter, to: Link.calendar) }
            }
        }
    }
}

/// How an event stands, in words.
struct EventBadges {
    let event: Event
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        badge(phrases.name(event.details.kind))
        if event.isCancelled {
            " "
            badge(phrases.name(event.status), kind: "bad")
        } else if !event.isPublished {
            " "
            badge(phrases.name(event.status), kind: "warning")
        }
        if event.invitesRegion, !event.isCancelled {
            " "
            badge(phrases.openToOthers, kind: "good")
        }
    }
}
