import Domain
import HTML

/// The form for one kind of change.
struct ChangeFormPage {
    let request: WebRequest
    let file: GrantFile
    let kind: ChangeRequest.Kind
    let own: [Event]
    /// Those of which a refusal tells.
    let refused: [Event]
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var open: [Condition] { file.grant.conditions.filter(\.binds) }

    @HTMLBuilder var html: HTML {
        p { link(phrases.grantTitle, to: Link.grant(file.grant.id)) }
        h1("\(phrases.askForChange): \(phrases.name(kind))")
        typed.summary
        if let refusal {
            GrantRefusal(request: request, file: file, refusal: refusal, others: refused, repairs: .links).html
        }
        p(phrases.changingMeans)
        if isOfOne, open.count > 1 { choosing }
        if !isOfOne || chosen != nil { asking }
    }

    private var isOfOne: Bool { kind == .time || kind == .eventSwap }

    /// The event that is to have another time, or to be swapped. Each has a form of its own, with its own time in it, or
    /// with the events that could take its place.
    private var chosen: Condition? { open.first { $0.eventID.description == typed["eventId"] } }

    private var choosing: HTML {
        section {
            h2(phrases.whichEvent)
            ul {
                for condition in open where condition.id != chosen?.id {
                    li {
                        link(to: Link.change(of: file.grant.id, kind, event: condition.eventID)) {
                            userText(file.title(of: condition))
                        }
                    }
                }
            }
        }
    }

    private var asking: HTML {
        form(action: "\(Link.grant(file.grant.id))/change#error-summary", method: .post, .class("stacked")) {
            request.formToken
            hidden(name: "version", value: "\(file.grant.revision)")
            hidden(name: "kind", value: kind.rawValue)
            if isOfOne, let chosen {
                hidden(name: "eventId", value: "\(chosen.eventID)")
                p {
                    "\(phrases.event): "
                    strong { userText(file.title(of: chosen)) }
                }
            }
            fields
            typed.lines("reasons", 5, hint: phrases.changeReasonsHint)
            div(.class("actions")) {
                button(phrases.sendChange)
                link(phrases.cancelAndGoBack, to: Link.grant(file.grant.id))
            }
        }
    }

    @HTMLBuilder private var fields: HTML {
        switch kind {
        case .time:
            typed.moment("startsAt")
            typed.moment("endsAt")
        case .amount: for row in open.indices { typed.amount(ChangeForm.share(row)) }
        case .eventSwap:
            typed.pick("newEventId", own.map { Choice($0.id.description, $0.details.title) }, none: "–")
        case .scope: typed.lines("scope", 8)
        }
    }
}
