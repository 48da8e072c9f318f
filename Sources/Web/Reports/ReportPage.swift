import Domain
import HTML
import Store

/// The report of a grant: for its library a form, for everybody what was sent, and for the region what to do with it.
struct ReportPage {
    let request: WebRequest
    let person: Person
    let file: ReportFile
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var grant: Grant { file.grant }

    @HTMLBuilder var html: HTML {
        p { link(phrases.grantTitle, to: Link.grant(grant.id)) }
        h1(phrases.reportTitle)
        p { userText(file.file.application.request.title) }
        p(.class("badges")) {
            badge(phrases.name(grant.state))
            if grant.reporting.isOverdue { " "; badge(phrases.reportIsOverdue, kind: "bad") }
        }
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { told(refusal) }
        if refusal == nil { confirmation(request) }
        if let due = grant.reporting.dueOn, file.standing == nil { p(phrases.reportIsDue(due)) }
        for sent in file.sent {
            if let returned = sent.returned { why(returned, sent) }
        }
        if mayWrite { ReportFormPart(request: request, person: person, file: file, typed: typed).html }
        if let standing = file.standing { SentReportPart(sent: standing, file: file, phrases: phrases).html }
        if let settlement = file.settlement {
            ReportSettlementPart(settlement: settlement, file: file, phrases: phrases).html
        }
        if grant.state == .reported {
            ReportDecisionPart(request: request, person: person, file: file, typed: typed).html
        }
    }

    private var mayWrite: Bool { file.mayWrite && (grant.state == .active || grant.state == .changeRequested) }

    @HTMLBuilder private func told(_ refusal: Refusal) -> HTML {
        refusalNotice(refusal, phrases)
        if !refusal.findings.isEmpty {
            FindingWords(phrases: phrases, libraries: file.libraries).list(refusal.findings, ofHeldCondition: true)
        }
    }

    private func why(_ returned: SentReport.Return, _ sent: SentReport) -> HTML {
        notice(phrases.reportWasReturned(sent.number), kind: "info") {
            blockquote { userParagraphs(returned.reasons) }
            p("\(phrases.moment(returned.at)). \(phrases.reportIsDue(returned.dueOn))")
        }
    }
}

/// What a library fills in. What the service knows stands there already.
struct ReportFormPart {
    let request: WebRequest
    let person: Person
    let file: ReportFile
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        AutosavePart(phrases: phrases).html
        form(
            action: "\(Link.report(file.grant.id))#error-summary", method: .post, .class("stacked"),
            .data("autosave", "\(AutosavePart.pause)")
        ) {
            request.formToken
            hidden(name: "version", value: "\(file.draft?.version ?? 0)")
            for (index, fact) in file.facts.enumerated() { event(fact, index) }
            money
            fieldset(legend: phrases.reportLearnings) {
                typed.lines("learnings", 8)
                typed.line("materialLink", hint: phrases.optional, type: .url)
                typed.box("supportWasTold", hint: phrases.supportHint)
            }
            div(.class("actions")) {
                button(phrases.saveReport)
                if person.has(.signatory, at: file.grant.libraryID) {
                    typed.box("attested")
                    button(phrases.sendReport, name: "send", value: "true")
                } else {
                    p(phrases.signatorySends)
                }
            }
        }
    }

    private func event(_ fact: Report.EventFacts, _ index: Int) -> HTML {
        fieldset(legend: fact.title) {
            ReportFactsPart(known: fact, libraries: file.libraries, phrases: phrases).html
            typed.radios(
                "events.\(index).carriedOut",
                [Choice(YesOrNo.yes.rawValue, phrases.yes), Choice(YesOrNo.no.rawValue, phrases.no)])
            typed.lines("events.\(index).deviations", 3, hint: phrases.deviationsHint)
            disclosure(phrases.guestsHeading, isOpen: true) {
                p(phrases.guestsHint, .class("hint"))
                let libraries = file.guestLibraries(of: fact)
                let others = libraries.filter { !isFilled(index, $0) }
                for library in libraries where isFilled(index, library) { guests(index, library) }
                if !others.isEmpty {
                    disclosure(phrases.moreGuests(others.count), isOpen: false) {
                        for library in others { guests(index, library) }
                    }
                }
            }
            typed.count("events.\(index).refused", hint: phrases.refusedHint)
        }
    }

    private func guests(_ index: Int, _ library: Library) -> HTML {
        div(.class("pair")) {
            typed.count("events.\(index).registered.\(library.id)")
            typed.count("events.\(index).attended.\(library.id)", hint: hint(index, library))
        }
    }

    /// Whether something stands in the fields of a library, be it wrong: the others are folded away.
    private func isFilled(_ index: Int, _ library: Library) -> Bool {
        ["registered", "attended"].contains { !typed["events.\(index).\($0).\(library.id)"].isEmpty }
    }

    /// Beside a number of those who came that is more than had registered.
    private func hint(_ index: Int, _ library: Library) -> String? {
        let guests = Report.Guests(
            libraryID: library.id, registered: Int(typed["events.\(index).registered.\(library.id)"]),
            attended: Int(typed["events.\(index).attended.\(library.id)"]))
        return guests.cameUnannounced ? phrases.cameUnannouncedHint : nil
    }

    private var money: HTML {
        fieldset(legend: phrases.outcomeHeading) {
            for kind in Report.Line.Kind.allCases {
                let planned = file.budget.filter { $0.kind == kind }.map(\.amount).sum
                typed.amount("outcome.\(kind.rawValue)", hint: phrases.planned(planned))
            }
            typed.amount("total", hint: phrases.totalHint)
            typed.amount("ownContribution", hint: phrases.optional)
            typed.amount("otherFunding", hint: phrases.optional)
        }
    }
}

/// What the service knows of an event.
struct ReportFactsPart {
    let known: Report.EventFacts
    let libraries: LibraryNames
    let phrases: Phrases

    var html: HTML {
        dl(.class("facts")) {
            fact(phrases.name(CaseField.time), phrases.span(from: known.startsAt, to: known.endsAt))
            fact(phrases.name(CaseField.place)) {
                phrases.name(known.attendance)
                if !known.place.isEmpty { ", "; userText(known.place) }
            }
            fact(phrases.amount, phrases.money(known.costShare))
            fact(phrases.invitedLibraries, libraries.list(known.invited).joined(separator: ", "))
            fact(phrases.inviteEvidence, known.loggedAt.map { phrases.moment($0) } ?? phrases.noEvidence)
        }
    }
}
