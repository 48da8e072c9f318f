import Domain
import HTML
import Operations
import Store

extension Routes {
    /// Logging in and out. `developmentLogin` lets anybody be any of the demo people: never in production.
    mutating func addLoginPages(_ service: Service, developmentLogin: Bool) {
        get("/login", access: .everyone) { request, _ in
            let people = developmentLogin ? try await service.database.people() : []
            let page = LoginPage(
                request: request, people: people, libraries: try await service.database.libraryNames(),
                isOpen: developmentLogin)
            return .page(request.phrases.loginTitle, for: request) { page.html }
        }
        post("/logout", access: .everyone) { request, _ in
            if let session = request.session { try await service.operations.endSession(session) }
            return .redirect(to: Link.home).settingCookie(SessionCookie(service.settings).clear)
        }
        guard developmentLogin else { return }
        post("/login", access: .everyone) { request, _ in
            let form = try request.form()
            let id = form.requiredID("person", Person.self)
            let then = form.text("then")
            try form.end()
            let person = try await service.database.people().first { $0.id == id }
            guard let person else { throw Refusal.missing }
            let secret = try await service.operations.beginSession(of: id)
            let page = Link.back(to: then)
            return .redirect(to: page == Link.home ? Link.firstPage(of: person) : page)
                .settingCookie(SessionCookie(service.settings).set(secret, seconds: 7 * 24 * 3600))
        }
    }
}

/// Whom one may be while the service is tried out, by workplace and with their roles.
struct LoginPage {
    let request: WebRequest
    let people: [Person]
    let libraries: LibraryNames
    let isOpen: Bool

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.loginTitle)
        if isOpen {
            p(phrases.loginLead, .class("lead"))
            form(action: Link.login, method: .post, .class("people")) {
                request.formToken
                if let then = request.query["then"] { hidden(name: "then", value: then) }
                for place in places {
                    section {
                        h2(place.name)
                        ul { for person in place.people { li { item(person) } } }
                    }
                }
            }
        } else {
            p(phrases.loginIsNotOpen)
        }
    }

    private var places: [(name: String, people: [Person])] {
        let byPlace = Dictionary(grouping: people) { $0.libraryID.map { libraries[$0] } ?? phrases.theRegion }
        // The region first, then the libraries as Swedish sorts them.
        let names = [phrases.theRegion] + libraries.all.map(\.name).filter { $0 != phrases.theRegion }
        return names.compactMap { name in byPlace[name].map { (name, $0) } }
    }

    @HTMLBuilder private func item(_ person: Person) -> HTML {
        button(person.name, name: "person", value: person.id.description)
        " "
        span(roles(of: person), .class("hint"))
    }

    private func roles(of person: Person) -> String {
        let names = Role.allCases.filter { person.has($0) && $0 != .staff }.map { phrases.name($0) }
        return names.isEmpty ? phrases.name(Role.staff) : names.joined(separator: ", ")
    }
}

extension Phrases {
    var loginTitle: String { say("Logga in", en: "Log in") }
    var loginLead: String {
        say(
            "Det här är en provmiljö. Välj vem du vill vara: alla personer är påhittade.",
            en: "This is for trying the service. Choose who to be: all people are invented.")
    }
    var loginIsNotOpen: String {
        say(
            "Inloggning är inte öppen här än. Kalendern och utlysningarna läser du utan att logga in.",
            en: "Login is not open here yet. Calendar and calls can be read without it.")
    }
    var theRegion: String { say("Regionen", en: "The region") }
}
