import Domain
import HTML
import Operations
import Store

extension Link {
    /// Where the region demands back what was paid of a grant, or revokes one of which nothing was.
    static func ending(of grant: Grant.ID) -> String { "\(self.grant(grant))/ending" }
}

extension Grant {
    /// Whether the region could end it: something is at stake. What else must be so is asked when it is decided.
    func mayBeEnded(at instant: Instant) -> Bool {
        let isDoneWith = state == .settled || state == .closed
        return (state.isInForce || isDoneWith && decisionIsAnnulled && paid > .zero)
            && !conditionsAtStake(at: instant).isEmpty
    }
}

extension Routes {
    /// The page on which the region ends a grant after a breach.
    mutating func addEndingPages(_ service: Service) {
        let pages = EndingPages(service: service)
        get("/grants/:id/ending", access: .role(.decisionMaker)) { request, person in
            try await pages.show(request, person)
        }
        post("/grants/:id/ending", access: .role(.decisionMaker)) { request, person in
            try await pages.end(request, person)
        }
    }
}

private struct EndingPages: Sendable {
    let service: Service

    func end(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(Grant.self)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let grant = try await service.database.grant(id, readBy: person)
            let (reasons, isDemand) = (form.requiredText("reasons"), form.text("ending") == "demand")
            let minutes = BoardFields.read(form)
            if isDemand {
                let lost = grant.conditionsAtStake(at: try await service.database.now())
                let accepted = lost.enumerated().map { row, condition in
                    GrantRequest.CostShare(eventID: condition.eventID, amount: form.money("accepted.\(row)") ?? .zero)
                }
                let due = form.requiredDay("dueOn")
                try form.end()
                _ = try await service.operations.demandRepayment(
                    of: id, accepting: accepted, dueOn: due, because: reasons, by: person, registering: minutes,
                    expecting: version, request: request.sentOnce(by: person))
            } else {
                try form.end()
                _ = try await service.operations.revokeGrant(
                    id, because: reasons, by: person, registering: minutes, expecting: version,
                    request: request.sentOnce(by: person))
            }
            return .redirect(to: Link.after(.grantEnded, at: Link.grant(id)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let file = try await GrantFile(request.id(Grant.self), for: person, service)
        let phrases = request.phrases
        let due = Stockholm.day(file.now).adding(days: Claim.daysToPay).text
        let typed = TypedForm(
            refusal == nil ? ["dueOn": [due]] : request.typed, errors: refusal?.fieldErrors ?? [],
            places: ["accepted": "accepted.0"], phrases: phrases, label: { phrases.endingField($0, file) })
        let page = EndingPage(request: request, file: file, typed: typed, refusal: refusal)
        let place = Link.ending(of: file.grant.id)
        return .page(phrases.endingTitle(of: file.grant), for: request, after: refusal, keeping: place) { page.html }
    }
}

private struct EndingPage {
    let request: WebRequest
    let file: GrantFile
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var lost: [Condition] { file.grant.conditionsAtStake(at: file.now) }
    private var isDemand: Bool { file.grant.paid > .zero }

    @HTMLBuilder var html: HTML {
        p { link(phrases.grantTitle, to: Link.grant(file.grant.id)) }
        h1(phrases.endingTitle(of: file.grant))
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        if file.grant.mayBeEnded(at: file.now) { deciding } else { p(phrases.nothingToSettle) }
    }

    private var deciding: HTML {
        section(.class("panel")) {
            h2(phrases.settleHeading)
            p(isDemand ? phrases.demandingMeans : phrases.revokingMeans)
            form(action: "\(Link.ending(of: file.grant.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(file.grant.revision)")
                hidden(name: "ending", value: isDemand ? "demand" : "revocation")
                if isDemand {
                    for row in lost.indices {
                        typed.amount("accepted.\(row)", hint: phrases.acceptedOfShare(lost[row].given))
                    }
                    typed.day("dueOn")
                }
                typed.lines("reasons", 6, hint: phrases.proportionHint)
                BoardFields(typed: typed).html
                button(phrases.endingTitle(of: file.grant), .class("serious"))
            }
        }
    }
}

/// What is said where the region ends a grant, or offers a new date.
extension Phrases {
    var newDateTitle: String { say("Nytt datum för en inställd händelse", en: "A new date for a cancelled event") }
    var offerNewDate: String { say("Erbjud ett nytt datum", en: "Offer a new date") }
    var nameSuccessor: String { say("Ange den nya händelsen", en: "Name the new event") }
    var namingMeans: String {
        say(
            "Den nya händelsen prövas mot villkoret. Håller det, publiceras den och får villkoret och pengarna.",
            en: "The new event must pass the rule. If it does it is published, and gets the condition and the money.")
    }
    var proposeSuccessor: String { say("Föreslå den nya händelsen", en: "Propose the new event") }
    var proposingMeans: String {
        say(
            "Ett annat bibliotek har bidraget. Det tar ställning till ert förslag.",
            en: "Another library has the grant, and takes up what you propose or does not.")
    }
    var hostProposes: String { say("Arrangören föreslår", en: "The host proposes") }
    var noNewDate: String { say("Inget nytt datum är erbjudet.", en: "No new date is offered.") }
    var toSuccessor: String { say("Ersatt av en annan händelse", en: "Replaced by another event") }
    var demandingMeans: String {
        say(
            "Det som är utbetalt för händelserna nedan krävs tillbaka. För andra händelser gäller bidraget och villkoren som förut; finns inga upphör bidraget. Beslutet får nummer, brev och överklagandehänvisning.",
            en:
                "What was paid for the events below is demanded back. For other events the grant and its conditions go on; where there are none the grant ends. The decision gets a number, a letter and says how to appeal."
        )
    }
    var revokingMeans: String {
        say(
            "Bidraget upphör. Inget är utbetalt, och pengarna går tillbaka till utlysningen.",
            en: "The grant ends. Nothing was paid, and the money is the call's again.")
    }
    var proportionHint: String {
        say(
            "Varför är åtgärden rimlig i förhållande till det som har hänt?",
            en: "Why is this in proportion to what has happened?")
    }
    var changesWait: String { say("Ändringar och nya datum", en: "Changes and new dates") }

    func endingTitle(of grant: Grant) -> String {
        grant.paid > .zero
            ? say("Kräv tillbaka bidraget", en: "Demand the grant back")
            : say("Upphäv bidraget", en: "Revoke the grant")
    }

    func acceptedOfShare(_ share: Money) -> String {
        say("Godtas av \(money(share)). Tomt: inget.", en: "Accepted of \(money(share)). Empty: nothing.")
    }

    func standing(of offer: SuccessorOffer, today: Day) -> String {
        offer.stands(on: today)
            ? say("Erbjudet till och med \(day(offer.lastDay))", en: "Offered until \(day(offer.lastDay))")
            : say("Erbjudandet gick ut \(day(offer.lastDay))", en: "The offer lapsed on \(day(offer.lastDay))")
    }

    func endingField(_ name: String, _ file: GrantFile) -> String {
        let lost = file.grant.conditionsAtStake(at: file.now)
        for (row, condition) in lost.enumerated() where name == "accepted.\(row)" {
            return file.title(of: condition)
        }
        return changeField(name, file)
    }
}
