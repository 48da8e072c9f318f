import Domain
import HTML
import Operations
import Store

extension Link {
    /// Where the host answers to what a condition's event has departed from.
    static func reply(_ condition: Condition.ID, of grant: Grant.ID) -> String {
        "/grants/\(grant)/conditions/\(condition)/reply"
    }
}

extension Routes {
    /// The page on which a host answers to a breach.
    mutating func addReplyPages(_ service: Service) {
        let pages = ReplyPages(service: service)
        let path = "/grants/:id/conditions/:conditionId/reply"
        get(path, access: .loggedIn) { request, person in try await pages.show(request, person) }
        post(path, access: .loggedIn) { request, person in try await pages.send(request, person) }
    }
}

private struct ReplyPages: Sendable {
    let service: Service

    func send(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let (grant, condition) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
        return try await attempt {
            let form = try request.form()
            let text = form.requiredText("reply")
            try form.end()
            _ = try await service.operations.replyToBreach(
                of: condition, in: grant, saying: text, by: person, request: request.sentOnce(by: person))
            return .redirect(to: Link.after(.replied, at: Link.reply(condition, of: grant)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal)
        }
    }

    func show(_ request: WebRequest, _ person: Person, refusal: Refusal? = nil) async throws -> WebResponse {
        let found = try await service.database.grants(for: .region, id: request.id(Grant.self)).grants.first
        guard let grant = found else { throw Refusal.missing }
        let condition = try grant.condition(request.id(Condition.self, "conditionId"))
        let event = try await service.event(condition.eventID, readBy: person)
        guard grant.mayAnswer(person, for: event),
            try await service.database.firstUntoldDecision(in: grant.applicationID) == nil
        else { throw Refusal.missing }
        let phrases = request.phrases
        let typed = TypedForm(
            refusal == nil ? [:] : request.typed, errors: refusal?.fieldErrors ?? [], phrases: phrases,
            label: { $0 == "reply" ? phrases.replyField : $0 })
        let page = ReplyPage(
            request: request, event: event, grant: grant, condition: condition, typed: typed, refusal: refusal,
            names: try await service.database.names(of: grant.repliers))
        let place = Link.reply(condition.id, of: grant.id)
        return .page(phrases.replyTitle, for: request, after: refusal, keeping: place) { page.html }
    }
}

/// What was departed from, what has been answered so far, and room for more.
private struct ReplyPage {
    let request: WebRequest
    let event: Event
    let grant: Grant
    let condition: Condition
    let typed: TypedForm
    let refusal: Refusal?
    let names: [Person.ID: String]

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.event(event.id)) { userText(event.details.title) } }
        h1(phrases.replyTitle)
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        if refusal == nil { confirmation(request) }
        for breach in condition.breaches { item(breach) }
        RepliesPart(condition: condition, names: names, phrases: phrases).html
        if !condition.openBreaches.isEmpty {
            if let due = condition.replyDueAt { p(phrases.answerBy(due)) }
            form(
                action: "\(Link.reply(condition.id, of: grant.id))#error-summary", method: .post, .class("stacked")
            ) {
                request.formToken
                typed.lines("reply", 8, hint: phrases.replyHint)
                div(.class("actions")) {
                    button(phrases.sendReply)
                    link(phrases.cancelAndGoBack, to: Link.event(event.id))
                }
            }
        } else {
            p(phrases.nothingToAnswer)
        }
    }

    @HTMLBuilder private func item(_ breach: Condition.Breach) -> HTML {
        p {
            strong(phrases.name(breach.kind)); ", \(phrases.moment(breach.breachedAt))"
        }
        blockquote { userParagraphs(breach.reason) }
    }
}

/// What hosts have answered, the oldest first.
struct RepliesPart {
    let condition: Condition
    let names: [Person.ID: String]
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !condition.replies.isEmpty {
            h2(phrases.replies)
            ul {
                for reply in condition.replies {
                    li {
                        p {
                            userText(names[reply.repliedBy] ?? "–"); ", \(phrases.moment(reply.repliedAt))"
                            if condition.isLate(reply) { " "; badge(phrases.replyCameLate, kind: "warning") }
                        }
                        blockquote { userParagraphs(reply.text) }
                    }
                }
            }
        }
    }
}
