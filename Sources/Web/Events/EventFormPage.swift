import Domain
import HTML

/// The form in which a host writes an event, new or existing.
struct EventFormPage {
    let request: WebRequest
    let typed: TypedForm
    /// Where it is sent.
    let path: String
    /// The version that was read; nil for a new event.
    let version: Int?
    let hosts: [Library.ID]
    let libraries: LibraryNames
    let municipalities: [Municipality]
    /// What stands before the fields, such as why nothing was saved.
    let above: HTML
    /// Whether a grant depends on it as it stands.
    var isFunded = false
    /// It was refused for the sake of a grant: the change is made by the button there.
    var wouldBreach = false

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(version == nil ? phrases.newEvent : phrases.editEvent)
        p(phrases.publicRecord, .class("hint"))
        if isFunded { notice(phrases.grantDependsOnIt, kind: "warning") { p(phrases.grantDependsOnItMeans) } }
        typed.summary
        form(action: "\(path)#error-summary", method: .post, .class("stacked")) {
            request.formToken
            if let version { hidden(name: "version", value: "\(version)") }
            above
            what
            when
            place
            whom
            registration
            div(.class("actions")) {
                button(
                    version == nil
                        ? phrases.saveDraft : wouldBreach ? phrases.saveWithoutDeviation : phrases.save)
                link(phrases.cancelAndGoBack, to: version == nil ? Link.workbench : path.replacing("/edit", with: ""))
            }
        }
    }

    private var what: HTML {
        fieldset(legend: phrases.aboutTheEvent) {
            typed.line("title")
            typed.pick("kind", EventKind.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            typed.lines("summary", 2, hint: phrases.summaryHint)
            typed.lines("description", 8)
            typed.boxes("themes", themes)
        }
    }

    /// Also those that the event bears already.
    private var themes: [Choice] {
        let others = typed.all("themes").subtracting(EventThemes.known).filter { !$0.isEmpty }.sorted()
        return (EventThemes.known + others).map { Choice($0, phrases.theme($0)) }
    }

    private var when: HTML {
        fieldset(legend: phrases.whenHeading) {
            typed.moment("startsAt")
            typed.moment("endsAt")
            typed.box("allDay", hint: phrases.allDayHint)
        }
    }

    private var place: HTML {
        fieldset(legend: phrases.whereHeading) {
            typed.radios("attendance", Attendance.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            typed.line("venue.name", hint: phrases.venueHint)
            typed.line("venue.street", hint: phrases.optional)
            typed.line("venue.city", hint: phrases.optional)
            typed.pick(
                "venue.municipalityCode", municipalities.map { Choice($0.code, $0.name) }, none: phrases.notInSkane)
            typed.line("onlineUrl", hint: phrases.linkHint, type: .url)
            typed.box("recordingOnly", hint: phrases.recordingHint)
        }
    }

    private var whom: HTML {
        fieldset(legend: phrases.whoHeading) {
            if hosts.count == 1, let only = hosts.first {
                hidden(name: "hostLibraryId", value: only.description)
                p("\(phrases.eventField("hostLibraryId")): \(libraries[only])")
            } else {
                typed.pick("hostLibraryId", hosts.map { Choice($0.description, libraries[$0]) })
            }
            details(summary: phrases.coHostsHeading, typed.all("coHostLibraryIds").isEmpty ? .class("more") : .open) {
                typed.boxes(
                    "coHostLibraryIds",
                    libraries.all.filter { !hosts.contains($0.id) || hosts.count > 1 }
                        .map { Choice($0.id.description, $0.name) })
            }
            typed.boxes("audience", Audience.allCases.map { Choice($0.rawValue, phrases.name($0)) })
        }
    }

    private var registration: HTML {
        fieldset(legend: phrases.seatsAndRegistration) {
            typed.count("capacity", hint: phrases.capacityHint)
            typed.count("seatPools.own", hint: phrases.poolHint)
            typed.count("seatPools.others")
            typed.moment("registration.opensAt", hint: phrases.opensHint)
            typed.moment("registration.closesAt", hint: phrases.closesHint)
            typed.moment("registration.othersCloseAt", hint: phrases.othersCloseHint)
            typed.amount("prices.own", hint: phrases.priceHint)
            typed.amount("prices.others")
        }
    }
}
