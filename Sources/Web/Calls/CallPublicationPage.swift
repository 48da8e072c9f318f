import Domain
import HTML

/// Asks whether a call shall be published, with what can then be changed no more.
struct CallPublicationPage {
    let request: WebRequest
    let call: Call
    let now: Instant

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        h1(phrases.publishCall)
        notice(phrases.termsStandFromNow, kind: "warning") { p(phrases.publishingCallMeans) }
        p(phrases.window(of: call, at: now))
        ul {
            for term in phrases.terms(of: call.rule) { li(term) }
            for term in phrases.terms(of: call.details.terms) { li(term) }
        }
        form(action: "\(Link.publishCall(call.id))#error-summary", method: .post) {
            request.formToken
            hidden(name: "version", value: "\(call.version)")
            div(.class("actions")) {
                button(phrases.publishCall)
                link(phrases.cancelAndGoBack, to: Link.call(call.id))
            }
        }
    }
}

extension Phrases {
    fileprivate var termsStandFromNow: String {
        say("Villkoren kan inte ändras sedan", en: "The terms cannot be changed afterwards")
    }
    fileprivate var publishingCallMeans: String {
        say(
            "Utlysningen syns då för alla, och det som står här nedanför ligger fast. Läs igenom det en gång till.",
            en: "Everybody then sees the call, and what stands below is settled. Read it once more.")
    }
}
