import Domain
import HTML

/// One section of the form on a page of its own; for an application that is not begun, its first.
struct ApplicationStepPage {
    let request: WebRequest
    let typed: TypedForm
    let section: ApplicationSection
    let call: Call
    let application: GrantApplication?
    let events: [Event]
    let own: [Library.ID]
    let libraries: LibraryNames
    let refusal: Refusal?
    /// Where the rule is of the section.
    let evaluation: Evaluation?
    let shown: ShownSection?
    let now: Instant

    private var phrases: Phrases { request.phrases }
    private var step: ApplicationProgress.Step { .section(section) }
    private var path: String { application.map { Link.edit(section, of: $0.id) } ?? Link.newApplication(call.id) }
    private var fields: ApplicationFields {
        ApplicationFields(typed: typed, call: call, events: events, path: path, request: application?.request)
    }
    var title: String { application == nil ? phrases.newApplication : phrases.name(section) }

    @HTMLBuilder var html: HTML {
        if let application {
            StepTrail(application: application, call: call, step: step, phrases: phrases).above
        } else {
            p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        }
        h1(title)
        if application == nil { p(phrases.window(of: call, at: now)) }
        if refusal == nil { confirmation(request) { next } }
        p(phrases.publicRecord, .class("hint"))
        typed.summary
        if application != nil { AutosavePart(phrases: phrases).html }
        form(
            action: "\(path)#error-summary", method: .post,
            .class(evaluation == nil ? "wide-form" : "columns wide-form"),
            application == nil ? .data("new", "true") : .data("autosave", "\(AutosavePart.pause)")
        ) {
            request.formToken
            // Enter in a field presses the first button of the form, which must not be one that asks for more rows.
            button(phrases.saveDraft, .class("default-button"), .aria(.hidden, "true"), .tabIndex(-1))
            if let application { hidden(name: "version", value: "\(application.version)") }
            if let shown { shown.html }
            div(.class("stacked")) { body }
            if let evaluation {
                FindingsPart(
                    request: request, evaluation: evaluation, events: chosenEvents, libraries: libraries,
                    buttons: .inForm
                ).html
            }
        }
    }

    @HTMLBuilder private var body: HTML {
        above
        if application == nil { applicant }
        fields.html(of: section.parts)
        if let application, section == .cooperation { partners(of: application) }
        div(.class("actions")) {
            button(phrases.saveAndGoOn, name: Self.then, value: Self.goOn)
            if application != nil { button(phrases.saveDraft, .class("quiet")) }
            link(phrases.cancelAndGoBack, to: application.map { Link.editApplication($0.id) } ?? Link.call(call.id))
        }
        if let application {
            StepTrail(application: application, call: call, step: step, phrases: phrases).below
        }
    }

    /// The button that goes on to the next step.
    static let then = "then"
    static let goOn = "next"

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
                typed: typed,
                now: ApplicationForm.values(application.request, call.questions, parts: section.parts),
                phrases: phrases,
                say: ApplicationRows(typed: typed, events: events, path: path, request: nil).word
            ).html
        case (.some(let refusal), _): refusalNotice(refusal, phrases)
        }
    }

    @HTMLBuilder private var applicant: HTML {
        if own.count == 1, let only = own.first {
            hidden(name: "libraryId", value: only.description)
            p("\(phrases.applicant): \(libraries[only])")
        } else {
            typed.pick("libraryId", own.map { Choice($0.description, libraries[$0]) })
        }
    }

    @HTMLBuilder private func partners(of application: GrantApplication) -> HTML {
        h2(phrases.partnersHeading)
        PartnerList(application: application, libraries: libraries, phrases: phrases).html
        p { link(phrases.change(phrases.partnersHeading), to: Link.partners(application.id)) }
    }
}

/// The way from one step to the others, above and below a page of the form.
struct StepTrail {
    let application: GrantApplication
    let call: Call
    let step: ApplicationProgress.Step
    let phrases: Phrases

    private var all: [ApplicationProgress.Step] { ApplicationProgress.Step.all(asking: call.questions) }

    @HTMLBuilder var above: HTML {
        p {
            link(to: Link.editApplication(application.id)) { userText(application.request.title) }
            if let place = all.firstIndex(of: step) { ". \(phrases.step(place + 1, of: all.count))." }
        }
    }

    var below: HTML {
        nav(label: phrases.partsOfApplication, .class("trail")) {
            if let before = ApplicationProgress.step(before: step, asking: call.questions) {
                link(phrases.previous(phrases.name(before)), to: Link.step(before, of: application.id))
            }
            if let after = ApplicationProgress.step(after: step, asking: call.questions) {
                link(phrases.next(phrases.name(after)), to: Link.step(after, of: application.id))
            } else {
                link(phrases.next(phrases.checkAndSubmit), to: Link.application(application.id))
            }
        }
    }
}
