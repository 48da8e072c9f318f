import Domain
import HTML
import Operations
import Store

extension Link {
    static func claim(_ id: Claim.ID, of grant: Grant.ID) -> String { "\(self.grant(grant))/claims/\(id)" }
}

extension Routes {
    /// One claim: what is left of it, and what finance and decision makers do with it.
    mutating func addClaimPages(_ service: Service) {
        let pages = ClaimPages(service: service)
        let path = "/grants/:id/claims/:claimId"
        get(path, access: .loggedIn) { request, person in try await pages.show(request, person) }
        post("\(path)/repayments", access: .role(.finance)) { request, person in
            try await pages.command(request, person, .repaymentRecorded) { grant, claim, form, version in
                let amount = form.requiredMoney("amount")
                let (day, reference) = (form.requiredDay("paidOn"), form.requiredText("reference"))
                try form.end()
                _ = try await service.operations.recordRepayment(
                    of: amount, on: day, reference: reference, to: claim, of: grant, by: person, expecting: version,
                    request: request.sentOnce(by: person))
            }
        }
        post("\(path)/write-off", access: .role(.decisionMaker)) { request, person in
            try await pages.command(request, person, .claimWrittenOff) { grant, claim, form, version in
                let (reasons, minutes) = (form.requiredText("reasons"), BoardFields.read(form))
                try form.end()
                _ = try await service.operations.writeOffClaim(
                    claim, of: grant, because: reasons, by: person, registering: minutes, expecting: version,
                    request: request.sentOnce(by: person))
            }
        }
        for command in ["repayments", "write-off"] {
            get("\(path)/\(command)", access: .loggedIn) { request, _ in
                .redirect(to: Link.claim(try request.id(Claim.self, "claimId"), of: try request.id(Grant.self)))
            }
        }
    }
}

private struct ClaimPages: Sendable {
    let service: Service

    func command(
        _ request: WebRequest, _ person: Person, _ done: Done,
        _ work: (Grant.ID, Claim.ID, FormReader, Int?) async throws -> Void
    ) async throws -> WebResponse {
        let (grant, claim) = (try request.id(Grant.self), try request.id(Claim.self, "claimId"))
        return try await GrantForm(request: request).send(to: Link.claim(claim, of: grant), done) { form, version in
            try await work(grant, claim, form, version)
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let file = try await GrantFile(request.id(Grant.self), for: person, service)
        let claim = try file.grant.claim(request.id(Claim.self, "claimId"))
        let phrases = request.phrases
        let typed = GrantForm(request: request).fields(
            ["amount": [claim.left.typed], "paidOn": [Stockholm.day(file.now).text]], after: refusal,
            label: phrases.settlementField)
        let language: DecisionText.Language = request.language == .swedish ? .swedish : .english
        let texts = try await service.database.decisionTexts(on: Stockholm.day(file.now), in: language)
        let page = ClaimPage(
            request: request, person: person, file: file, claim: claim,
            howToPay: texts.text(
                .repayment,
                [
                    "amount": phrases.money(claim.left), "day": phrases.day(claim.dueOn), "number": claim.reference,
                    "registryNumber": file.application.receipt?.registryNumber ?? "", "library": file.library,
                ]), typed: typed, refusal: refusal)
        let place = Link.claim(claim.id, of: file.grant.id)
        return .page(phrases.claimTitle, for: request, after: refusal, keeping: place) { page.html }
    }
}

/// A claim with its reasons, what has come back, and what the reader may record.
private struct ClaimPage {
    let request: WebRequest
    let person: Person
    let file: GrantFile
    let claim: Claim
    /// nil: the region has no such text.
    let howToPay: String?
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var path: String { Link.claim(claim.id, of: file.grant.id) }

    @HTMLBuilder var html: HTML {
        p { link(phrases.grantTitle, to: Link.grant(file.grant.id)) }
        h1(phrases.claimTitle)
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        if refusal == nil { confirmation(request) }
        if claim.isAnnulled, claim.state == .due {
            notice(phrases.laterIsAnnulled, kind: "warning") { p(phrases.laterIsAnnulledMeans) }
        }
        facts
        if claim.state == .due, !claim.isAnnulled {
            section(.class("panel"), .id("payment")) {
                h2(phrases.howToPay)
                if let howToPay { userParagraphs(howToPay) } else { p(phrases.howToPayIsMissing) }
            }
        }
        h2(phrases.reasonsOfDecision)
        blockquote { userParagraphs(claim.reasons) }
        p {
            link(
                phrases.name(claim.kind.decision.document),
                to: Link.document(claim.documentID, of: file.grant.applicationID))
        }
        if !claim.entries.isEmpty { ledger }
        if claim.state == .due {
            if person.has(.finance) { repaying }
            if person.has(.decisionMaker) { writingOff }
        }
    }

    private var facts: HTML {
        dl(.class("facts")) {
            fact(phrases.applicant) { userText(file.library) }
            fact(phrases.status) {
                ClaimBadge(standing: claim.standing(on: Stockholm.day(file.now)), phrases: phrases).html
            }
            fact(phrases.reference, claim.reference)
            fact(phrases.amount, phrases.money(claim.amount))
            fact(phrases.left, phrases.money(claim.left))
            fact(phrases.dueOn, phrases.day(claim.dueOn))
        }
    }

    private var ledger: HTML {
        listing(
            caption: phrases.repayments,
            [
                Column(phrases.paidOn), Column(phrases.amount, isNumber: true), Column(phrases.status),
                Column(phrases.note),
            ],
            claim.entries.map { entry in
                TableRow([
                    HTML(phrases.day(entry.day)), HTML(phrases.money(entry.amount)), standing(of: entry),
                    userText(entry.note),
                ])
            })
    }

    /// Whether an entry was taken back, takes one back, or may be taken back by the reader.
    @HTMLBuilder private func standing(of entry: Claim.Entry) -> HTML {
        phrases.name(entry.kind)
        if entry.reversesID != nil {
            ". \(phrases.reversal)"
        } else if !claim.standingEntries.contains(entry) {
            ". \(phrases.reversed)"
        } else if claim.mayReverse(entry, by: person) {
            ". "
            link(phrases.reverseEntry, to: Link.reversal(entry.id, of: claim.id, in: file.grant.id))
        }
    }

    private var repaying: HTML {
        section(.class("panel")) {
            h2(phrases.recordRepayment)
            form(action: "\(path)/repayments#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(file.grant.revision)")
                typed.amount("amount")
                typed.day("paidOn")
                typed.line("reference", hint: phrases.repaymentReferenceHint)
                button(phrases.recordRepayment)
            }
        }
    }

    private var writingOff: HTML {
        details(summary: phrases.writeOff, .class("more")) {
            form(action: "\(path)/write-off#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(file.grant.revision)")
                typed.lines("reasons", 4, hint: phrases.reasonsHint)
                BoardFields(typed: typed).html
                button(phrases.writeOff, .class("serious"))
            }
        }
    }
}
