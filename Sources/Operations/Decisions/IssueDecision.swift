import Domain
import Foundation
import Letters
import Postgres
import Store

/// A decision with all that the law wants of it but its number: by whose power it is made, and the words that bind.
struct PreparedDecision {
    let id = Decision.ID()
    let reasons: String
    let recommendedBy: Person.ID?
    let authority: Decision.Authority
    let content: DecisionContent
}

extension Transaction {
    /// Makes a decision ready. The case is locked, and whether it may be decided so has been asked.
    func prepare(
        _ outcome: Decision.Outcome, reasons: String, recommendedBy: Person.ID?, in lock: LockedApplication,
        by person: Person, registering minutes: BoardMinutes? = nil
    ) async throws -> PreparedDecision {
        let day = Stockholm.day(lock.instant)
        let authority = try await authority(registering: minutes, on: day) {
            try $0.covering(outcome, by: person, on: day)
        }
        let terms = try lock.terms(
            of: outcome, byBoard: minutes != nil, texts: try await decisionTexts(on: day), in: .swedish)
        return PreparedDecision(
            reasons: reasons, recommendedBy: recommendedBy, authority: authority,
            content: try await content(of: outcome, reasons: reasons, terms: terms, by: authority, in: lock))
    }

    /// Writes a decision with its number and its letter, as the last of its transaction: who waits for the next number
    /// waits for the end of this one.
    func issue(_ prepared: PreparedDecision, in lock: LockedApplication, by person: Person) async throws {
        let head = try await head(of: lock, by: person)
        let number = try await nextDecisionNumber(year: Stockholm.day(lock.instant).numbers.year)
        let decision = Decision(
            id: prepared.id, number: number, outcome: prepared.content.outcome, reasons: prepared.reasons,
            terms: prepared.content.terms, authority: prepared.authority, decidedBy: person.id,
            decidedAt: lock.instant)
        try await insert(decision, on: lock.application, recommendedBy: prepared.recommendedBy)
        try await keepLetter(of: decision, saying: prepared.content, head: head(number, nil), in: lock, by: person)
    }

    /// Writes the letter of a decision that is kept and has none.
    func issueLetter(of decision: Decision, in lock: LockedApplication, by person: Person) async throws {
        let content = try await content(
            of: decision.outcome, reasons: decision.reasons, terms: decision.terms, by: decision.authority, in: lock)
        let head = try await head(of: lock, by: person)
        try await keepLetter(of: decision, saying: content, head: head(decision.number, nil), in: lock, by: person)
    }

    private func keepLetter(
        of decision: Decision, saying content: DecisionContent, head: Letter.Head, in lock: LockedApplication,
        by person: Person
    ) async throws {
        let document = DecisionDocument(
            id: DecisionDocument.ID(), applicationID: lock.application.id, decisionID: decision.id, kind: .decision,
            number: decision.number, issuedBy: person.id, issuedAt: lock.instant)
        try await keep(document, Letter(.decision(content), head: head))
    }

    private func content(
        of outcome: Decision.Outcome, reasons: String, terms: Decision.Terms, by authority: Decision.Authority,
        in lock: LockedApplication
    ) async throws -> DecisionContent {
        let english = try await decisionTexts(on: Stockholm.day(lock.instant), in: .english)
        return DecisionContent(
            outcome: outcome, sought: lock.application.request.requestedAmount, reasons: reasons, terms: terms,
            translatedTerms: lock.translatedTerms(of: outcome, byBoard: authority.minutes != nil, texts: english),
            power: try await power(of: authority))
    }

    /// By whose power it is decided, first or later: a board's, which somebody registers, or that of a line of the
    /// delegation order. Whoever registers is the one who decides in all that is asked of a person: a board gives no
    /// second eyes.
    func authority(
        registering minutes: BoardMinutes?, on day: Day, or line: ([Delegation]) throws -> Delegation
    ) async throws -> Decision.Authority {
        guard let minutes else { return .delegation(try line(try await delegations()).id) }
        try minutes.check(on: day)
        return .board(minutes)
    }

    /// The same as the letter says it.
    func power(of authority: Decision.Authority) async throws -> DecisionContent.Power {
        switch authority {
        case .board(let minutes): return .board(minutes)
        case .delegation(let id):
            guard let line = try await delegations().first(where: { $0.id == id }) else {
                throw Refusal.notAllowed(.delegationIsMissing)
            }
            return .delegation(line)
        }
    }

    /// Writes another paper of a case, with a number of its own: its record with the hash, and a job to print it.
    func issue(
        _ subject: Letter.Subject, as id: DecisionDocument.ID = DecisionDocument.ID(), kind: DecisionDocument.Kind,
        about decision: Decision, in lock: LockedApplication, by person: Person
    ) async throws -> DecisionDocument {
        let head = try await head(of: lock, by: person)
        let document = DecisionDocument(
            id: id, applicationID: lock.application.id, decisionID: decision.id, kind: kind,
            number: try await nextDecisionNumber(year: Stockholm.day(lock.instant).numbers.year),
            issuedBy: person.id, issuedAt: lock.instant)
        try await keep(document, Letter(subject, head: head(document.number, decision.number)))
        return document
    }

    private func keep(_ document: DecisionDocument, _ letter: Letter) async throws {
        let record = letter.record
        try await insert(document, content: record, hash: Array(record.utf8).sha256, translation: letter.translation)
    }

    /// The head of a paper, once it has its number and, if it is not the decision's own, that of the decision: all that
    /// is read for it is read before.
    private func head(of lock: LockedApplication, by person: Person) async throws -> (String, String?) -> Letter.Head {
        let region = try await regionName()
        let applicant = try await library(lock.application.libraryID)?.name ?? ""
        let contact = try await contact(about: lock.application, or: person, on: Stockholm.day(lock.instant))
        return { number, decisionNumber in
            Letter.Head(
                region: region, number: number, registryNumber: lock.application.receipt?.registryNumber ?? "",
                issuedOn: Stockholm.day(lock.instant), issuedBy: person.name, applicant: applicant,
                title: lock.application.request.title, call: lock.call.details.title, decisionNumber: decisionNumber,
                contact: contact)
        }
    }

    /// Whom to ask (FL 6 and 7 §§): the officer of the case, or who issues the paper where it has none.
    private func contact(
        about application: GrantApplication, or person: Person, on day: Day
    ) async throws -> (record: String, translation: String?)? {
        guard let asked = try await contact(application.caseOfficerID ?? person.id) else { return nil }
        let values: KeyValuePairs = ["officer": asked.name, "email": asked.email]
        let english = try await decisionTexts(on: day, in: .english).text(.contact, values)
        return try await decisionTexts(on: day).text(.contact, values).map { ($0, english) }
    }
}

extension BoardMinutes {
    /// Refuses what nobody could find in a register, and a meeting that is yet to come.
    func check(on day: Day) throws(Refusal) {
        var errors = FieldErrors()
        validate(&errors, today: day)
        try errors.check()
    }
}

extension LockedApplication {
    /// The words that bind: the rule's sentence, what holds of each event, and when to report.
    fileprivate func terms(
        of outcome: Decision.Outcome, byBoard: Bool, texts: DecisionTexts, in language: DecisionText.Language
    ) throws(Refusal) -> Decision.Terms {
        let words = LetterWords(language)
        let shares = outcome.amount.map { Grant.shares(of: $0, sought: application.request.events) } ?? []
        let ofEvents = shares.map { share in
            let details = events.first { $0.id == share.eventID }?.details
            return texts.text(
                .eventCondition,
                [
                    "event": details?.title ?? "", "day": details.map { words.day(Stockholm.day($0.startsAt)) } ?? "",
                    "amount": words.money(share.amount),
                ])
        }
        let report = texts.text(.report, ["day": words.day(reportDueOn)])
        return try Decision.Terms(
            of: outcome, conditions: [texts.text(.fundingRule)] + ofEvents + [report],
            appeal: call.decisionTerms.appeal, byBoard: byBoard, texts: texts)
    }

    /// The same for a translation; nil where the region has not all of the words in English.
    fileprivate func translatedTerms(
        of outcome: Decision.Outcome, byBoard: Bool, texts: DecisionTexts
    ) -> Decision.Terms? {
        do {
            return try terms(of: outcome, byBoard: byBoard, texts: texts, in: .english)
        } catch {
            return nil
        }
    }

    private var reportDueOn: Day {
        call.details.terms.reportDueOn(
            lastEventEndsAt: events.map(\.details.endsAt).max() ?? instant, named: call.decisionTerms.reportDueOn)
    }
}
