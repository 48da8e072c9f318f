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
    /// The later decisions on the grant, which are appealed each for itself.
    private var later: [KeptDocument] { file.pack.documents.filter { $0.document.kind.isLaterDecision } }
    private var mayNote: Bool {
        (person.has(.caseOfficer) || person.has(.decisionMaker)) && file.conflict(of: person) == nil
            && (file.decision != nil || !later.isEmpty) && file.application.untold == nil
    }

    @HTMLBuilder var html: HTML {
        if !file.appeals.isEmpty || mayNote {
            section(.id("appeals")) {
                h2(phrases.appealsHeading)
                if file.appeals.isEmpty { p(phrases.noAppeals) }
                ul(.class("log")) { for appeal in file.appeals { li { item(appeal) } } }
                if mayNote {
                    ServicePart(request: request, file: file, typed: typed).html
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
        if let paper = later.first(where: { $0.document.id == appeal.documentID })?.document {
            p("\(phrases.name(paper.kind)) \(paper.number)")
        }
        if !appeal.court.isEmpty || !appeal.courtCaseNumber.isEmpty {
            div(.class("detail")) { userText("\(appeal.court) \(appeal.courtCaseNumber)") }
        }
        if let ended = appeal.ending {
            p("\(phrases.name(ended.outcome)), \(phrases.date(ended.on)).")
            if ended.outcome.endsDecision, appeal.documentID != nil {
                notice(phrases.laterIsAnnulled, kind: "warning") { p(phrases.laterIsAnnulledMeans) }
            } else if ended.outcome.endsDecision, appeal.decisionID == file.decision?.id {
                notice(phrases.mustBeReopened, kind: "warning") { p(phrases.reopenOnGroundOfCourt) }
            }
        } else {
            p(appeal.isLate ? phrases.lateAppealMeans : phrases.appealRuns)
        }
    }

    private var noting: HTML {
        let isOpen = typed.hasFault(
            in: "documentId", "receivedOn", "appellant", "servedOn", "court", "courtCaseNumber")
        return disclosure(phrases.noteAppeal, isOpen: isOpen) {
            form(action: "\(Link.appeals(id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(file.application.version)")
                if !later.isEmpty { typed.pick("documentId", decisions) }
                typed.day("receivedOn")
                typed.line("appellant")
                if file.decision?.terms.appeal == .administrativeAppeal
                    || later.contains(where: { $0.appeal == .administrativeAppeal })
                {
                    typed.day("servedOn", hint: phrases.servedOnHint)
                }
                typed.line("court", hint: phrases.optional)
                typed.line("courtCaseNumber", hint: phrases.optional)
                button(phrases.noteAppeal)
            }
        }
    }

    private var decisions: [Choice] {
        (file.decision.map { [Choice("", "\(phrases.decision) \($0.number)")] } ?? [])
            + later.map { Choice("\($0.document.id)", "\(phrases.name($0.document.kind)) \($0.document.number)") }
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
        let changes = open.contains { $0.kind == .administrativeAppeal }
        return ReceivedAppeal.Outcome.allCases.filter { changes || $0 != .changed }
    }
}
