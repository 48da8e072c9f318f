import Domain
import HTML

/// One change, before and after, and how it is decided.
struct ChangePage {
    let request: WebRequest
    let person: Person
    let file: GrantFile
    let change: ChangeRequest
    /// The event that is to take the place of another.
    let others: [Event]
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(phrases.grantTitle, to: Link.grant(file.grant.id)) }
        h1(phrases.change(change))
        typed.summary
        if let refusal { GrantRefusal(request: request, file: file, refusal: refusal, others: others).html }
        if refusal == nil { confirmation(request) }
        p {
            userText(file.library); ", \(phrases.moment(change.requestedAt))"
        }
        what
        h2(phrases.changeReasons)
        blockquote { userParagraphs(change.reasons) }
        if let decision = change.decision { decided(decision) }
        if change.withdrawnAt != nil { p { badge(phrases.changeIsWithdrawn) } }
        if isOpen, person.has(.decisionMaker) { deciding }
        if isOpen, person.has(.signatory, at: file.grant.libraryID) { withdrawing }
    }

    private var isOpen: Bool { change.isOpen && file.grant.state == .changeRequested }

    private var withdrawing: HTML {
        form(action: "\(Link.change(change.id, of: file.grant.id))/withdrawal#error-summary", method: .post) {
            request.formToken
            hidden(name: "version", value: "\(file.grant.revision)")
            button(phrases.withdrawChange)
        }
    }

    @HTMLBuilder private var what: HTML {
        switch change.change {
        case .time(let event, let before, let after):
            p { eventLink(event) }
            dl(.class("facts")) {
                fact(phrases.beforeChange, "\(phrases.moment(before.startsAt)) – \(phrases.moment(before.endsAt))")
                fact(phrases.afterChange, "\(phrases.moment(after.startsAt)) – \(phrases.moment(after.endsAt))")
            }
        case .amount(let shares): amounts(shares)
        case .eventSwap(let event, let other):
            dl(.class("facts")) {
                fact(phrases.beforeChange) { eventLink(event) }
                fact(phrases.afterChange) { eventLink(other) }
            }
        case .scope(let before, let after):
            h2(phrases.beforeChange)
            blockquote { userParagraphs(before) }
            h2(phrases.afterChange)
            blockquote { userParagraphs(after) }
        }
    }

    private func amounts(_ shares: [ChangeRequest.ShareChange]) -> HTML {
        listing(
            caption: phrases.name(ChangeRequest.Kind.amount),
            [
                Column(phrases.event), Column(phrases.beforeChange, isNumber: true),
                Column(phrases.afterChange, isNumber: true),
            ],
            shares.map { share in
                TableRow([
                    userText(file.grant.conditions.first { $0.id == share.conditionID }.map(file.title) ?? "–"),
                    HTML(phrases.money(share.before)), HTML(phrases.money(share.after)),
                ])
            } + [whole(shares)])
    }

    /// What the whole grant gives before and after: as it stands, or stood when it was decided.
    private func whole(_ shares: [ChangeRequest.ShareChange]) -> TableRow {
        let before = change.decision?.amountBefore ?? file.grant.amount
        let after = before - shares.map(\.before).sum + shares.map(\.after).sum
        return TableRow([
            strong(phrases.wholeGrant), strong(phrases.money(before)), strong(phrases.money(after)),
        ])
    }

    private func eventLink(_ id: Event.ID) -> HTML {
        let title = (file.events + others).first { $0.id == id }?.details.title ?? "–"
        return link(to: Link.event(id)) { userText(title) }
    }

    @HTMLBuilder private func decided(_ decision: ChangeDecision) -> HTML {
        h2(phrases.decision)
        p {
            badge(
                phrases.name(decision.isApproved ? ChangeOutcome.approved : .rejected),
                kind: decision.isApproved ? "good" : "neutral")
            " "
            link(decision.number, to: Link.document(decision.documentID, of: file.grant.applicationID))
            ", \(phrases.moment(decision.decidedAt))"
            if decision.isReopened { " "; badge(phrases.standsNoLonger) }
        }
        blockquote { userParagraphs(decision.reasons) }
    }

    private var deciding: HTML {
        section(.class("panel")) {
            h2(phrases.decideChange)
            p(phrases.decidingChangeMeans)
            form(
                action: "\(Link.change(change.id, of: file.grant.id))#error-summary", method: .post, .class("stacked")
            ) {
                request.formToken
                hidden(name: "version", value: "\(file.grant.revision)")
                typed.radios("outcome", ChangeOutcome.allCases.map { Choice($0.rawValue, phrases.name($0)) })
                typed.lines("reasons", 5, hint: phrases.reasonsHint)
                BoardFields(typed: typed).html
                button(phrases.decideChange)
            }
        }
    }
}

/// The changes of a grant on its page, with what the reader may do next.
struct GrantChangesPart {
    let person: Person
    let file: GrantFile
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !file.changes.isEmpty {
            h2(phrases.changesHeading)
            ul {
                for change in file.changes {
                    li {
                        link(phrases.change(change), to: Link.change(change.id, of: file.grant.id)); ": "
                        phrases.standing(of: change, in: file.grant)
                    }
                }
            }
        }
        if file.grant.state == .active, !file.grant.isTakenBack, person.has(.signatory, at: file.grant.libraryID) {
            details(summary: phrases.askForChange, .class("more")) {
                ul {
                    for kind in ChangeRequest.Kind.allCases {
                        li { link(phrases.name(kind), to: Link.change(of: file.grant.id, kind)) }
                    }
                }
            }
        }
        if file.grant.mayBeEnded(at: file.now), person.has(.decisionMaker) {
            p { link(phrases.endingTitle(of: file.grant), to: Link.ending(of: file.grant.id)) }
        }
    }
}
