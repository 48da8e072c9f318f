import Domain
import HTML

/// All parts of a draft, how far each has come, and what the rule says of its events.
struct TaskListPage {
    let request: WebRequest
    let application: GrantApplication
    let call: Call
    let events: [Event]
    let libraries: LibraryNames
    let evaluation: Evaluation
    let parts: ApplicationPartsFile
    let now: Instant

    private var phrases: Phrases { request.phrases }
    private var progress: ApplicationProgress { parts.progress(of: application, to: call, evaluation) }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        h1(phrases.editApplication)
        p(.class("lead")) { userText(application.request.title) }
        p(phrases.window(of: call, at: now))
        SimilarPart(similar: parts.similar, libraries: libraries, phrases: phrases).html
        div(.class("columns")) {
            section {
                h2(phrases.partsOfApplication)
                p(phrases.partsInAnyOrder, .class("hint"))
                TaskList(application: application, progress: progress, phrases: phrases).html
                p(phrases.partsAreDone(progress.steps.count { $0.state == .complete }, of: progress.steps.count))
                p { link(phrases.checkAndSubmit, to: Link.application(application.id), .class("button")) }
            }
            FindingsPart(
                request: request, evaluation: evaluation, events: events, libraries: libraries,
                buttons: .to(Link.repair(application.id))
            ).html
        }
    }
}

/// The steps of the form, each with its state.
struct TaskList {
    let application: GrantApplication
    let progress: ApplicationProgress
    let phrases: Phrases

    var html: HTML {
        ul(.class("tasks")) {
            for each in progress.steps {
                li {
                    link(phrases.name(each.step), to: Link.step(each.step, of: application.id))
                    " "
                    StepBadge(state: each.state, phrases: phrases).html
                }
            }
        }
    }
}

/// How far a step has come, in a word.
struct StepBadge {
    let state: ApplicationProgress.State
    let phrases: Phrases

    var html: HTML {
        switch state {
        case .notBegun: badge(phrases.name(state))
        case .begun: badge(phrases.name(state), kind: "warning")
        case .complete: badge(phrases.name(state), kind: "good")
        case .faulty: badge(phrases.name(state), kind: "bad")
        }
    }
}

/// What a draft says, section by section, for whoever reads it through before it is signed: each with the way to change
/// it.
struct CheckAnswersPart {
    let contents: ApplicationContents
    let progress: ApplicationProgress
    let mayWrite: Bool

    private var phrases: Phrases { contents.phrases }
    private var application: GrantApplication { contents.application }
    private var asked: GrantRequest { application.request }

    @HTMLBuilder var html: HTML {
        h2(phrases.application)
        for each in progress.steps {
            if case .section(let section) = each.step { part(section, each.state) }
        }
    }

    @HTMLBuilder private func part(_ section: ApplicationSection, _ state: ApplicationProgress.State) -> HTML {
        h3(phrases.name(section))
        p(.class("badges")) {
            StepBadge(state: state, phrases: phrases).html
            if mayWrite {
                link(phrases.change(phrases.name(section)), to: Link.edit(section, of: application.id))
            }
        }
        if asked.isEmpty(section) { p(phrases.nothingWritten) } else { words(of: section) }
    }

    @HTMLBuilder private func words(of section: ApplicationSection) -> HTML {
        if section == .basics { contents.basics }
        if section == .needs, !asked.purpose.isEmpty {
            h4(phrases.applicationField("purpose"))
            userParagraphs(asked.purpose)
        }
        if section == .activities, !contents.events.isEmpty { contents.eventTable }
        facts(phrases.facts(of: asked.plan, in: section.parts))
        if section == .budget {
            if asked.requestedAmount > .zero { p("\(phrases.sought): \(phrases.money(asked.requestedAmount))") }
            if !asked.budget.isEmpty { contents.budgetTable }
        }
        if section == .questions {
            facts(
                contents.call.questions.sent(asked.answers)
                    .map { (term: phrases.words($0.label), text: phrases.words($0)) })
        }
    }

    @HTMLBuilder private func facts(_ facts: [(term: String, text: String)]) -> HTML {
        if !facts.isEmpty {
            dl(.class("facts")) { for each in facts { fact(each.term) { userParagraphs(each.text) } } }
        }
    }
}
