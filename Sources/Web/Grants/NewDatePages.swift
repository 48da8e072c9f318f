import Domain
import HTML
import Operations
import Store

extension Link {
    /// A new date for the cancelled event of a condition.
    static func newDate(_ condition: Condition.ID, of grant: Grant.ID) -> String {
        "\(self.grant(grant))/conditions/\(condition)/new-date"
    }
}

extension Routes {
    /// Where the region offers a new date, and the host names the event that takes the place of its cancelled one.
    mutating func addNewDatePages(_ service: Service) {
        let pages = NewDatePages(service: service)
        let path = "/grants/:id/conditions/:conditionId/new-date"
        get(path, access: .loggedIn) { request, person in try await pages.show(request, person) }
        post(path, access: .role(.caseOfficer)) { request, person in
            try await pages.command(request, person, .newDateOffered) { grant, condition, form, version in
                let (day, message) = (form.requiredDay("lastDay"), form.requiredText("message"))
                try form.end()
                _ = try await service.operations.offerNewDate(
                    for: condition, of: grant, until: day, saying: message, by: person, expecting: version,
                    request: request.sentOnce(by: person))
            }
        }
        addSuccessorForms(pages, at: path)
    }

    /// The event that takes the place, named or proposed.
    private mutating func addSuccessorForms(_ pages: NewDatePages, at path: String) {
        let service = pages.service
        post("\(path)/successor", access: .role(.host, .signatory)) { request, person in
            try await pages.command(request, person, .successorNamed) { grant, condition, form, version in
                let event = form.requiredID("eventId", Event.self)
                try form.end()
                _ = try await service.operations.nameSuccessor(
                    event, for: condition, of: grant, by: person, expecting: version,
                    request: request.sentOnce(by: person))
            }
        }
        post("\(path)/proposal", access: .role(.host)) { request, person in
            try await pages.command(request, person, .successorProposed) { grant, condition, form, version in
                let event = form.requiredID("eventId", Event.self)
                try form.end()
                _ = try await service.operations.proposeSuccessor(
                    event, for: condition, of: grant, by: person, expecting: version,
                    request: request.sentOnce(by: person))
            }
        }
        for end in ["successor", "proposal"] {
            get("\(path)/\(end)", access: .loggedIn) { request, _ in
                .redirect(
                    to: Link.newDate(try request.id(Condition.self, "conditionId"), of: try request.id(Grant.self)))
            }
        }
    }
}

private struct NewDatePages: Sendable {
    let service: Service

    func command(
        _ request: WebRequest, _ person: Person, _ done: Done,
        _ work: (Grant.ID, Condition.ID, FormReader, Int?) async throws -> Void
    ) async throws -> WebResponse {
        let (grant, condition) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            try await work(grant, condition, form, version)
            return .redirect(to: Link.after(done, at: Link.newDate(condition, of: grant)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let id = try request.id(Condition.self, "conditionId")
        let file = try await GrantFile.hosted(id, of: request.id(Grant.self), for: person, service)
        let condition = try file.grant.condition(id)
        let own = try await service.successors(of: condition, in: file)
        let refused = try await service.events(of: refusal)
        let proposal = file.proposals.latest(for: id, since: file.offers.latest(for: id))
        let phrases = request.phrases
        let typed = TypedForm(
            refusal == nil
                ? [
                    "lastDay": [Stockholm.day(file.now).adding(days: 90).text],
                    "eventId": proposal.map { [$0.eventID.description] } ?? [],
                ] : request.typed,
            errors: refusal?.fieldErrors ?? [], places: ["newEventId": "eventId"], phrases: phrases,
            label: { phrases.changeField($0, file) })
        let page = NewDatePage(
            request: request, person: person, file: file, condition: condition,
            own: own, proposed: own.first { $0.id == proposal?.eventID }, refused: refused, typed: typed,
            refusal: refusal)
        return .page(
            phrases.newDateTitle, for: request, after: refusal, keeping: Link.newDate(id, of: file.grant.id)
        ) { page.html }
    }
}

/// What was offered for a cancelled event, and what the reader may do about it.
private struct NewDatePage {
    let request: WebRequest
    let person: Person
    let file: GrantFile
    let condition: Condition
    /// The events that could take its place.
    let own: [Event]
    /// The one of them that a host has proposed.
    let proposed: Event?
    /// Those of which a refusal tells.
    let refused: [Event]
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var path: String { Link.newDate(condition.id, of: file.grant.id) }
    private var offer: SuccessorOffer? { file.offers.latest(for: condition.id) }

    @HTMLBuilder var html: HTML {
        ConditionHead(
            title: phrases.newDateTitle, request: request, file: file, condition: condition, typed: typed,
            refusal: refusal, leadsToGrant: file.grant.maySee(person), others: refused,
            repairs: person.has(.host, at: file.grant.libraryID) ? .links : .absent
        ).html
        if let successor = condition.successorEventID {
            p { link(phrases.toSuccessor, to: Link.event(successor)) }
        } else {
            standing
            if isOpen {
                if let proposed { told(proposed) }
                if offer?.stands(on: today) == true { if mayName { naming } else if mayPropose { proposing } }
                if person.has(.caseOfficer) { offering }
            }
        }
    }

    private var today: Day { Stockholm.day(file.now) }
    private var isOpen: Bool {
        condition.state.holdsPayments && file.isCancelled(condition) && file.grant.state.isInForce
    }

    @HTMLBuilder private var standing: HTML {
        if let offer {
            p { strong(phrases.standing(of: offer, today: today)) }
            blockquote { userParagraphs(offer.message) }
        } else {
            p(phrases.noNewDate)
        }
    }

    /// Whoever acts for the library that has the grant.
    private var mayName: Bool {
        person.has(.host, at: file.grant.libraryID) || person.has(.signatory, at: file.grant.libraryID)
    }

    /// Whoever edits the cancelled event for another of its hosts.
    private var mayPropose: Bool {
        file.events.contains { $0.id == condition.eventID && $0.mayBeEdited(by: person) }
    }

    private func told(_ event: Event) -> HTML {
        p {
            "\(phrases.hostProposes): "; link(to: Link.event(event.id)) { userText(event.details.title) }
        }
    }

    private var naming: HTML { choosing("successor", phrases.nameSuccessor, phrases.namingMeans) }
    private var proposing: HTML { choosing("proposal", phrases.proposeSuccessor, phrases.proposingMeans) }

    private func choosing(_ end: String, _ heading: String, _ means: String) -> HTML {
        section(.class("panel")) {
            h2(heading)
            p(means)
            form(action: "\(path)/\(end)#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(file.grant.revision)")
                typed.pick("eventId", own.map { Choice($0.id.description, $0.details.title) }, none: "–")
                button(heading)
            }
        }
    }

    private var offering: HTML {
        section(.class("panel")) {
            h2(phrases.offerNewDate)
            form(action: "\(path)#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(file.grant.revision)")
                typed.day("lastDay")
                typed.lines("message", 4)
                button(phrases.offerNewDate)
            }
        }
    }
}
