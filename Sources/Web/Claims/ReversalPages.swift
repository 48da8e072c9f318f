import Domain
import HTML
import Operations
import Store

extension Link {
    /// Where a booked entry of a claim is taken back.
    static func reversal(_ entry: Claim.Entry.ID, of claim: Claim.ID, in grant: Grant.ID) -> String {
        "\(self.claim(claim, of: grant))/entries/\(entry)/reversal"
    }
}

extension Routes {
    /// How what was booked on a claim by mistake is taken back.
    mutating func addEntryReversal(_ service: Service) {
        let path = "/:id/claims/:claimId/entries/:entryId/reversal"
        let access = Access<Person>.role(.finance, .decisionMaker)
        post("\(Link.API.grants)\(path)", access: access) { request, person in
            let (grant, claim) = (try request.id(Grant.self), try request.id(Claim.self, "claimId"))
            let entry = try request.id(Claim.Entry.self, "entryId")
            let json = try request.json()
            let (reasons, minutes) = (json.requiredText("reasons"), BoardFields.read(json))
            try json.end()
            _ = try await service.operations.reverseEntry(
                entry, of: claim, in: grant, because: reasons, by: person, registering: minutes,
                expecting: request.expectedVersion(), request: request.repeatable(by: person))
            return try await service.answer(grant, to: person)
        }
        let pages = ReversalPages(service: service)
        get("/grants\(path)", access: access) { request, person in try await pages.show(request, person) }
        post("/grants\(path)", access: access) { request, person in try await pages.reverse(request, person) }
    }
}

private struct ReversalPages: Sendable {
    let service: Service

    func reverse(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let (grant, claim) = (try request.id(Grant.self), try request.id(Claim.self, "claimId"))
        let entry = try request.id(Claim.Entry.self, "entryId")
        return try await GrantForm(request: request).send(to: Link.claim(claim, of: grant), .entryTakenBack) {
            form, version in
            let (reasons, minutes) = (form.requiredText("reasons"), BoardFields.read(form))
            try form.end()
            _ = try await service.operations.reverseEntry(
                entry, of: claim, in: grant, because: reasons, by: person, registering: minutes, expecting: version,
                request: request.sentOnce(by: person))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let file = try await GrantFile(request.id(Grant.self), for: person, service)
        let claim = try file.grant.claim(request.id(Claim.self, "claimId"))
        let id = try request.id(Claim.Entry.self, "entryId")
        guard let entry = claim.entries.first(where: { $0.id == id }) else { throw Refusal.missing }
        let phrases = request.phrases
        let typed = GrantForm(request: request).fields([:], after: refusal, label: phrases.settlementField)
        let page = ReversalPage(
            request: request, person: person, file: file, claim: claim, entry: entry, typed: typed, refusal: refusal)
        let place = Link.reversal(id, of: claim.id, in: file.grant.id)
        return .page(phrases.reverseEntry, for: request, after: refusal, keeping: place) { page.html }
    }
}

/// What was booked, what it means to take it back, and the form where the reader may.
private struct ReversalPage {
    let request: WebRequest
    let person: Person
    let file: GrantFile
    let claim: Claim
    let entry: Claim.Entry
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(phrases.claimTitle, to: Link.claim(claim.id, of: file.grant.id)) }
        h1(phrases.reverseEntry)
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        dl(.class("facts")) {
            fact(phrases.paidOn, phrases.day(entry.day))
            fact(phrases.amount, phrases.money(entry.amount))
            fact(phrases.status, phrases.name(entry.kind))
            fact(phrases.note) { userText(entry.note) }
        }
        if claim.mayReverse(entry, by: person) {
            p(phrases.reversingMeans(entry.kind))
            form(
                action: "\(Link.reversal(entry.id, of: claim.id, in: file.grant.id))#error-summary", method: .post,
                .class("stacked")
            ) {
                request.formToken
                hidden(name: "version", value: "\(file.grant.revision)")
                typed.lines("reasons", 4, hint: phrases.reversalReasonsHint)
                if entry.kind == .writtenOff { BoardFields(typed: typed).html }
                button(phrases.reverseEntry, .class("serious"))
            }
        } else {
            p(phrases.nothingToReverse)
        }
    }
}

extension Claim {
    /// Whether the table lets `person` take an entry back. What a conflict of interest or four eyes ask is asked then.
    func mayReverse(_ entry: Entry, by person: Person) -> Bool {
        let role: Role = entry.kind == .repaid ? .finance : .decisionMaker
        return state != .released && standingEntries.contains(entry) && person.has(role)
    }
}

extension Phrases {
    var reverseEntry: String { say("Ta tillbaka en bokning", en: "Take an entry back") }
    var reversed: String { say("Tagen tillbaka", en: "Taken back") }
    var reversal: String { say("Tar tillbaka en bokning", en: "Takes an entry back") }
    var nothingToReverse: String {
        say("Bokningen kan inte tas tillbaka, eller inte av dig.", en: "The entry cannot be taken back, or not by you.")
    }
    var reversalReasonsHint: String {
        say(
            "Vad som blev fel, till exempel fel ärende eller belopp.",
            en: "What went wrong, such as the wrong case or amount.")
    }
    var repaymentReferenceHint: String {
        say(
            "Bankens referens. Gav banken ingen: skriv vad som skiljer betalningen från andra den dagen.",
            en: "The bank's reference. If there is none, write what tells the payment from others that day.")
    }

    func reversingMeans(_ kind: Claim.State) -> String {
        kind == .repaid
            ? say(
                "Ta tillbaka det som bokfördes av misstag. En motbokning görs och båda står kvar. Beloppet ska betalas igen.",
                en:
                    "Take back what was booked by mistake. A counter-entry is made and both stay. The amount is due again."
            )
            : say(
                "Ta bara tillbaka en avskrivning som bokfördes av misstag, inte en eftergift som ni har ändrat er om. Beloppet ska betalas igen.",
                en:
                    "Take back only a write-off that was booked by mistake, not one that you regret. The amount is due again."
            )
    }
}
