import Domain
import HTML

/// The form in which a host says who is invited, and when they are told.
struct InvitationPage {
    let request: WebRequest
    let event: Event
    let typed: TypedForm
    let libraries: LibraryNames
    /// Branches that the invitation names already.
    let branches: [Branch]
    /// Libraries that share a board with a host: to invite them does not count.
    let ofSharedBoards: Set<Library.ID>
    let grants: [DependentGrant]
    let above: HTML
    /// It was refused for the sake of a grant: the change is made by the button there.
    var wouldBreach = false

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.event(event.id)) { userText(event.details.title) } }
        h1(phrases.invitationHeading)
        blockquote { phrases.ruleAsItIsWritten }
        if !grants.isEmpty { notice(phrases.grantDependsOnIt, kind: "warning") { p(phrases.grantDependsOnItMeans) } }
        typed.summary
        form(action: "\(Link.invitation(event.id))#error-summary", method: .post, .class("stacked")) {
            request.formToken
            hidden(name: "version", value: "\(event.version)")
            above
            typed.radios("scope", scopes)
            details(summary: phrases.chooseLibraries, typed["scope"] == "list" ? .open : .class("more")) {
                typed.boxes("invitees", invitees, hint: phrases.chooseLibrariesHint)
            }
            typed.radios("state", states)
            details(summary: phrases.invitationWindow, hasWindow ? .open : .class("more")) {
                typed.moment("publishBy", hint: phrases.publishByHint)
                typed.moment("visibleFrom", hint: phrases.visibleFromHint)
                typed.moment("visibleUntil", hint: phrases.visibleUntilHint)
            }
            div(.class("actions")) {
                button(wouldBreach ? phrases.saveWithoutDeviation : phrases.save)
                link(phrases.cancelAndGoBack, to: Link.event(event.id))
            }
        }
    }

    private var hasWindow: Bool {
        ["publishBy", "visibleFrom", "visibleUntil"].contains { name in
            ["date", "time"].contains { !typed["\(name).\($0)"].isEmpty || typed.error("\(name).\($0)") != nil }
        }
    }

    private var scopes: [Choice] {
        [Invitation.Scope.all, .list, .public, .own].map { scope in
            Choice(scope.rawValue, phrases.name(scope), hint: phrases.meaning(of: scope))
        }
    }

    private var states: [Choice] {
        [Invitation.State.draft, .bound, .published].map { state in
            Choice(state.rawValue, phrases.choosing(state), hint: phrases.meaning(of: state))
        }
    }

    private var invitees: [Choice] {
        libraries.publicOnes.filter { !event.hosts.contains($0.id) }
            .map { library in
                let isShared = ofSharedBoards.contains(library.id)
                return Choice(library.id.description, isShared ? phrases.sharesBoard(library.name) : library.name)
            }
            + branches.map { Choice($0.id.description, "\($0.name) (\(libraries[$0.libraryID]))") }
    }
}

extension Phrases {
    var chooseLibraries: String { say("Välj bibliotek", en: "Choose libraries") }
    var chooseLibrariesHint: String {
        say(
            "Gäller om du har valt ”Utvalda bibliotek” här ovanför.",
            en: "Counts if you have chosen “Chosen libraries” above.")
    }

    var invitationWindow: String { say("När inbjudan syns", en: "When the invitation is seen") }
    var publishByHint: String {
        say(
            "Gäller en inbjudan som går ut när bidrag beviljas. Ansökan prövas som om den gick ut då, och har regionen inte beslutat till dess ser ni och regionen det.",
            en:
                "For an invitation that goes out when a grant is approved. The application is judged as if it went out then, and if the region has not decided by that time, you and the region are told."
        )
    }
    var visibleFromHint: String {
        say(
            "Före dess ser ingen annan händelsen, och den räknas inte som en inbjudan.",
            en: "Before that nobody else sees the event, and it does not count as an invitation.")
    }
    var visibleUntilHint: String {
        say(
            "Från och med då syns den inte. Före händelsens slut kan den inte få bidrag.",
            en: "From then on it is not seen. Before the end of the event it cannot get a grant.")
    }

    func invitationField(_ name: String) -> String {
        switch name {
        case "publishBy", "publishBy.date": say("Ska gå ut senast, datum", en: "To go out no later than, date")
        case "publishBy.time": say("Ska gå ut senast, klockan", en: "To go out no later than, time")
        case "visibleFrom", "visibleFrom.date": say("Syns från, datum", en: "Seen from, date")
        case "visibleFrom.time": say("Syns från, klockan", en: "Seen from, time")
        case "visibleUntil", "visibleUntil.date": say("Syns till, datum", en: "Seen until, date")
        case "visibleUntil.time": say("Syns till, klockan", en: "Seen until, time")
        case "scope": say("Vilka bjuder ni in?", en: "Whom do you invite?")
        case "invitees": say("Utvalda bibliotek", en: "Chosen libraries")
        case "state": say("När ska inbjudan gå ut?", en: "When should the invitation go out?")
        case "reason": reason
        default: name
        }
    }

    func sharesBoard(_ library: String) -> String {
        say(
            "\(library) (gemensam nämnd med er, räknas inte som inbjudet)",
            en: "\(library) (joint board with you, does not count as invited)")
    }

    func choosing(_ state: Invitation.State) -> String {
        switch state {
        case .draft: say("Inte än", en: "Not yet")
        case .bound: say("När bidrag beviljas", en: "When a grant is approved")
        case .published: say("Nu", en: "Now")
        case .withdrawn: name(state)
        }
    }

    func meaning(of state: Invitation.State) -> String? {
        switch state {
        case .draft: say("Ingen utanför biblioteket är bjuden.", en: "Nobody outside the library is invited.")
        case .bound:
            say(
                "Ni lovar inbjudan i ansökan. Den går ut i samma stund som bidraget beviljas.",
                en: "You promise the invitation in the application. It goes out the moment the grant is approved.")
        case .published:
            say(
                "Andra bibliotek ser den så snart händelsen är publicerad.",
                en: "Other libraries see it as soon as the event is published.")
        case .withdrawn: nil
        }
    }

    func meaning(of scope: Invitation.Scope) -> String? {
        switch scope {
        case .all: say("Uppfyller regeln för regional finansiering.", en: "Meets the rule for regional funding.")
        case .list: say("Utlysningen säger hur många som behövs.", en: "The call says how many are needed.")
        case .public: say("Både personal och allmänhet.", en: "Both staff and the public.")
        case .own: say("Kan inte få regional finansiering.", en: "Cannot get regional funding.")
        }
    }
}
