import Domain
import HTML
import Store

/// Where the case officer asks for a completion.
struct CompletionRequestForm {
    let request: WebRequest
    let typed: TypedForm
    let application: GrantApplication

    private var phrases: Phrases { request.phrases }

    var html: HTML {
        disclosure(phrases.requestCompletionHeading, isOpen: typed.hasFault(in: "fields", "message", "dueOn")) {
            p(phrases.requestingMeans)
            form(action: "\(Link.requestCompletion(application.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(application.version)")
                typed.boxes(
                    "fields",
                    GrantRequest.Part.askable.map { Choice($0.rawValue, phrases.name($0)) })
                typed.lines("message", 4, hint: phrases.completionMessageHint)
                typed.day("dueOn", hint: phrases.dueOnHint)
                div(.class("actions")) { button(phrases.requestCompletion) }
            }
        }
    }
}

/// What was asked for, until when, and how it ended.
struct CompletionList {
    let completions: [CompletionRequest]
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !completions.isEmpty {
            section(.id("completions")) {
                h2(phrases.completionsHeading)
                ul(.class("log")) { for asked in completions { li { item(asked) } } }
            }
        }
    }

    @HTMLBuilder private func item(_ asked: CompletionRequest) -> HTML {
        p {
            strong(phrases.parts(asked.parts))
            ". \(phrases.asked(asked.requestedAt)) \(phrases.dueBy(asked.dueOn)) \(phrases.ended(asked.end))"
        }
        blockquote { userParagraphs(asked.message) }
    }
}

/// What the region waits for, on the page of the library that it asks.
struct AskedCompletion {
    let request: WebRequest
    let application: GrantApplication
    let asked: CompletionRequest
    let typed: TypedForm
    /// What has been written and not sent in.
    let changed: [GrantRequest.Part]
    let mayWrite: Bool
    let maySign: Bool

    private var phrases: Phrases { request.phrases }

    var html: HTML {
        section(.class("panel"), .id("completion")) {
            h2(phrases.regionNeedsMore)
            p(phrases.dueBy(asked.dueOn))
            blockquote { userParagraphs(asked.message) }
            p("\(phrases.mayChange): \(phrases.parts(asked.parts)). \(phrases.restIsKept)")
            p(changed.isEmpty ? phrases.nothingIsWritten : "\(phrases.isWritten): \(phrases.parts(changed)).")
            if mayWrite {
                p { link(phrases.writeCompletion, to: Link.editCompletion(application.id), .class("button")) }
            }
            if maySign { submission } else { p(phrases.onlySignatoryCompletes) }
        }
    }

    private var submission: HTML {
        form(action: "\(Link.completion(application.id))#error-summary", method: .post, .class("stacked")) {
            request.formToken
            hidden(name: "version", value: "\(application.version)")
            typed.box("attested")
            div(.class("actions")) { button(phrases.sendCompletion) }
        }
    }
}

/// The form in which a library writes its completion: the parts that the region has asked for, and no other.
struct CompletionFormPage {
    let request: WebRequest
    let typed: TypedForm
    let application: GrantApplication
    let asked: CompletionRequest
    let wanted: GrantRequest
    let events: [Event]
    let call: Call
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var path: String { Link.editCompletion(application.id) }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.application(application.id)) { userText(application.request.title) } }
        h1(phrases.writeCompletion)
        p(phrases.dueBy(asked.dueOn))
        blockquote { userParagraphs(asked.message) }
        p(phrases.completionIsYours, .class("hint"))
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        form(action: "\(path)#error-summary", method: .post, .class("stacked")) {
            request.formToken
            button(phrases.saveDraft, .class("default-button"), .aria(.hidden, "true"), .tabIndex(-1))
            hidden(name: "version", value: "\(application.version)")
            ApplicationFields(typed: typed, call: call, events: events, path: path, request: wanted)
                .html(of: asked.parts)
            others
            div(.class("actions")) {
                button(phrases.saveDraft)
                link(phrases.cancelAndGoBack, to: Link.application(application.id))
            }
        }
    }

    /// The ways to what has pages of its own.
    @HTMLBuilder private var others: HTML {
        if asked.parts.contains(.partners) {
            p { link(phrases.change(phrases.partnersHeading), to: Link.partners(application.id)) }
        }
        if asked.parts.contains(.attachments) {
            p { link(phrases.addAttachment, to: Link.attachments(application.id)) }
        }
    }
}
