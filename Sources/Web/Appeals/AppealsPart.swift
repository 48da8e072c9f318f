import Domain
import HTML
import Store

/// The appeals of a case, with the forms that note one and how it ended.
struct AppealsPart {
    let request: WebRequest
    let person: Person
    let file: CaseFile
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var id: GrantApplication.ID { file.application.id }
    private var open: [ReceivedAppeal] { file.appeals.filter { $0.ending == nil } }
    private var mayNote: Bool {
        (person.has(.caseOfficer) || person.has(.decisionMaker)) && file.conflict(of: person) == nil
            && file.decision != nil && file.application.untold == nil
    }

    @HTMLBuilder var html: HTML {
        if !file.appeals.isEmpty || mayNote {
            section(.id("appeals")) {
                h2(phrases.appealsHeading)
                if file.appeals.isEmpty { p(phrases.noAppeals) }
                ul(.class("log")) { for appeal in file.appeals { li { item(appeal) } } }
                if mayNote {
                    noting
                    if !open.isEmpty { ending }
                }
            }
        }
    }

    @HTMLBuilder private func item(_ appeal: ReceivedAppeal) -> HTML {
        strong { userText(appeal.appellant) }
        ", \(phrases.name(appeal.kind)), \(phrases.date(appeal.receivedOn))"
        if appeal.isLate { " "; badge(phrases.isLate, kind: "warning") }
        if !appeal.court.isEmpty || !appeal.courtCaseNumber.isEmpty {
            div(.class("detail")) { userText("\(appeal.court) \(appeal.courtCaseNumber)") }
        }
        if let ended = appeal.ending {
            p("\(phrases.name(ended.outcome)), \(phrases.date(ended.on)).")
            if ended.outcome.endsDecision, appeal.decisionID == file.decision?.id {
                notice(phrases.mustBeReopened, kind: "warning") { p(phrases.reopenOnGroundOfCourt) }
            }
        } else {
            p(appeal.isLate ? phrases.lateAppealMeans : phrases.appealRuns)
        }
    }

    private var noting: HTML {
        let isOpen = typed.hasFault(in: "receivedOn", "appellant", "servedOn", "court", "courtCaseNumber")
        return disclosure(phrases.noteAppeal, isOpen: isOpen) {
            form(action: "\(Link.appeals(id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(file.application.version)")
                typed.day("receivedOn")
                typed.line("appellant")
                if file.decision?.terms.appeal == .administrativeAppeal { typed.day("servedOn") }
                typed.line("court", hint: phrases.optional)
                typed.line("courtCaseNumber", hint: phrases.optional)
                button(phrases.noteAppeal)
            }
        }
    }

    private var ending: HTML {
        let isOpen = typed.hasFault(
            in: "appealId", "appealOutcome", "endedOn", "endingCourt", "endingCourtCaseNumber")
        return disclosure(phrases.endAppeal, isOpen: isOpen) {
            form(action: "\(Link.appealOutcomes(id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(file.application.version)")
                typed.pick(
                    "appealId",
                    open.map { Choice("\($0.id)", "\(phrases.date($0.receivedOn)), \($0.appellant)") })
                typed.pick("appealOutcome", outcomes.map { Choice($0.rawValue, phrases.name($0)) })
                typed.day("endedOn", hint: phrases.endedOnHint)
                typed.line("endingCourt")
                typed.line("endingCourtCaseNumber")
                button(phrases.endAppeal)
            }
        }
    }

    private var outcomes: [ReceivedAppeal.Outcome] {
        let changes = file.decision?.terms.appeal == .administrativeAppeal
        return ReceivedAppeal.Outcome.allCases.filter { changes || $0 != .changed }
    }
}
