import Domain
import HTML

/// The form of an application, with what the rule says beside it.
struct ApplicationFormPage {
    let request: WebRequest
    let typed: TypedForm
    let call: Call
    let application: GrantApplication?
    let events: [Event]
    let own: [Library.ID]
    let libraries: LibraryNames
    let refusal: Refusal?
    let evaluation: Evaluation?
    let parts: ApplicationPartsFile?
    let shown: ShownSections?
    let now: Instant

    private var phrases: Phrases { request.phrases }
    var title: String { application == nil ? phrases.newApplication : phrases.editApplication }
    private var path: String { application.map { Link.editApplication($0.id) } ?? Link.newApplication(call.id) }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        h1(title)
        p(phrases.window(of: call, at: now))
        if refusal == nil, request.query["saved"] != nil { notice(phrases.draftIsSaved, kind: "good") { next } }
        if refusal == nil, request.query["repaired"] != nil { notice(phrases.isMended, kind: "good") { next } }
        p(phrases.publicRecord, .class("hint"))
        typed.summary
        if let application, let parts {
            parts.ways(of: application, phrases)
            SimilarPart(similar: parts.similar, libraries: libraries, phrases: phrases).html
        }
        if application != nil { AutosavePart(phrases: phrases).html }
        form(
            action: "\(path)#error-summary", method: .post, .class("columns wide-form"),
            application == nil ? .data("new", "true") : .data("autosave", "\(AutosavePart.pause)")
        ) {
            request.formToken
            // Enter in a field presses the first button of the form, which must not be one that asks for more rows.
            button(phrases.saveDraft, .class("default-button"), .aria(.hidden, "true"), .tabIndex(-1))
            if let application { hidden(name: "version", value: "\(application.version)") }
            if let shown { shown.html }
            div(.class("stacked")) {
                above
                about
                ProjectPlanPart(typed: typed).contact
                ProjectPlanPart(typed: typed).project
                ApplicationRows(typed: typed, events: events, path: path, request: application?.request).html
                money
                ProjectPlanPart(typed: typed).money
                AnswersPart(typed: typed, set: call.questions, path: path).html
                div(.class("actions")) {
                    button(phrases.saveDraft)
                    link(phrases.cancelAndGoBack, to: application.map { Link.application($0.id) } ?? Link.call(call.id))
                }
            }
            if let evaluation {
                FindingsPart(
                    request: request, evaluation: evaluation, events: chosenEvents, libraries: libraries,
                    buttons: .inForm
                ).html
            }
        }
    }

    /// What the rule has looked at: the events of what is saved.
    private var chosenEvents: [Event] {
        events.filter { event in application?.request.events.contains { $0.eventID == event.id } ?? false }
    }

    @HTMLBuilder private var next: HTML {
        if let application { p { link(phrases.readAndSubmit, to: Link.application(application.id)) } }
    }

    private var above: HTML {
        switch (refusal, application) {
        case (nil, _), (.invalid, _): .empty
        case (.stale, .some(let application)):
            StalePart(
                typed: typed, now: ApplicationForm.values(application.request, call.questions), phrases: phrases,
                say: ApplicationRows(typed: typed, events: events, path: path, request: nil).word
            ).html
        case (.some(let refusal), _): refusalNotice(refusal, phrases)
        }
    }

    private var about: HTML {
        fieldset(legend: phrases.aboutTheApplication) {
            if own.count == 1, let only = own.first {
                hidden(name: "libraryId", value: only.description)
                p("\(phrases.applicant): \(libraries[only])")
            } else {
                typed.pick("libraryId", own.map { Choice($0.description, libraries[$0]) })
            }
            if !call.details.tracks.isEmpty {
                typed.pick(
                    "trackId", call.details.tracks.map { Choice($0.id.description, phrases.choice(of: $0)) },
                    none: phrases.noTrack)
            }
            typed.line("title", hint: phrases.titleHint)
            typed.lines("purpose", 8, hint: phrases.purposeHint)
        }
    }

    private var money: HTML {
        typed.amount(
            "requestedAmount",
            hint: call.details.maximumAmount.map { "\(phrases.soughtHint) \(phrases.atMost($0))" } ?? phrases.soughtHint
        )
    }
}
