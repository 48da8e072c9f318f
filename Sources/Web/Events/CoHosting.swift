import Domain
import HTML
import Operations

extension Routes {
    /// Saying yes or no to hosting an event together.
    mutating func addCoHostingPages(_ service: Service) {
        post("/events/:id/co-hosts/:libraryId/confirmation", access: .role(.host)) { request, person in
            try request.form().end()
            let event = try await service.operations.confirmCoHosting(
                of: request.id(Event.self), for: request.id(Library.self, "libraryId"), by: person)
            return .redirect(to: Link.after(.hosting, at: Link.event(event.id)))
        }
        post("/events/:id/co-hosts/:libraryId/refusal", access: .role(.host)) { request, person in
            try request.form().end()
            try await service.operations.declineCoHosting(
                of: request.id(Event.self), for: request.id(Library.self, "libraryId"), by: person)
            // The event may be a draft that they see no longer.
            return .redirect(to: Link.after(.notHosting, at: Link.workbench))
        }
    }
}

extension Link {
    /// Where a library says that it hosts the event together with others.
    static func coHosting(_ event: Event.ID, by library: Library.ID) -> String {
        "\(Self.event(event))/co-hosts/\(library)/confirmation"
    }

    /// Where it says that it does not.
    static func noCoHosting(_ event: Event.ID, by library: Library.ID) -> String {
        "\(Self.event(event))/co-hosts/\(library)/refusal"
    }
}

/// The libraries that are asked to host together and have not said yes: until then each is one of those to invite.
struct CoHostingPart {
    let request: WebRequest
    let event: Event
    let libraries: LibraryNames
    let isHost: Bool

    private var phrases: Phrases { request.phrases }

    private var asked: [Library.ID] {
        event.details.coHostLibraryIDs.filter { !event.confirmedCoHosts.contains($0) }
    }

    private var mine: [Library.ID] { request.person.map(event.libraries(askedToCoHostFor:)) ?? [] }

    @HTMLBuilder var html: HTML {
        if !event.isCancelled, isHost, !asked.isEmpty {
            p(phrases.askedToHost(libraries.list(asked).joined(separator: ", ")))
        }
        if !event.isCancelled {
            for library in mine {
                section(.class("panel")) {
                    h2(phrases.askedToCoHost)
                    p(phrases.hostTogetherMeans)
                    commandButton(
                        phrases.confirmHosting(libraries[library]), to: Link.coHosting(event.id, by: library),
                        for: request)
                    commandButton(
                        phrases.declineHosting(libraries[library]), to: Link.noCoHosting(event.id, by: library),
                        for: request)
                }
            }
        }
    }
}

extension Event {
    /// The libraries for which `person` can say yes to hosting together, and nobody has.
    func libraries(askedToCoHostFor person: Person) -> [Library.ID] {
        details.coHostLibraryIDs.filter { !confirmedCoHosts.contains($0) && person.has(.host, at: $0) }
    }

    func asksToCoHost(_ person: Person) -> Bool { !libraries(askedToCoHostFor: person).isEmpty }
}

extension Phrases {
    fileprivate func askedToHost(_ names: String) -> String {
        say("Tillfrågade som medarrangörer: \(names).", en: "Asked to host together: \(names).")
    }
    fileprivate var hostTogetherMeans: String {
        say(
            "När ni tackar ja kan era arrangörer ändra händelsen, och ert bibliotek räknas inte längre till dem som ska bjudas in. Tackar ni nej bjuds ni in som andra.",
            en:
                "When you say yes your hosts can edit the event, and your library no longer counts as one of those to invite. If you say no you are invited as others are."
        )
    }
    fileprivate func confirmHosting(_ name: String) -> String {
        say("Tacka ja för \(name)", en: "Say yes for \(name)")
    }
    fileprivate func declineHosting(_ name: String) -> String {
        say("Tacka nej för \(name)", en: "Say no for \(name)")
    }
}
