import Domain
import Foundation
import Letters
import Postgres
import Store

/// A decision with all that the law wants of it but its number: the delegation that it is made under, and the words that
/// bind.
struct PreparedDecision {
    let id = Decision.ID()
    let reasons: String
    let recommendedBy: Person.ID?
    let content: DecisionContent
}

extension Transaction {
    /// Makes a decision ready. The case is locked, and whether it may be decided so has been asked.
    func prepare(
        _ outcome: Decision.Outcome, reasons: String, recommendedBy: Person.ID?, in lock: LockedApplication,
        by person: Person
    ) async throws -> PreparedDecision {
        let day = Stockholm.day(lock.instant)
        let delegation = try await delegations().covering(outcome, by: person, on: day)
        let terms = try lock.terms(of: outcome, texts: try await decisionTexts(on: day), in: .swedish)
        let english = try await decisionTexts(on: day, in: .english)
        let content = DecisionContent(
            outcome: outcome, sought: lock.application.request.requestedAmount, reasons: reasons, terms: terms,
            translatedTerms: lock.translatedTerms(of: outcome, texts: english), delegation: delegation)
        return PreparedDecision(reasons: reasons, recommendedBy: recommendedBy, content: content)
    }

    /// Writes a decision with its number and its letter, as the last of its transaction: who waits for the next number
    /// waits for the end of this one.
    func issue(_ prepared: PreparedDecision, in lock: LockedApplication, by person: Person) async throws {
        let head = try await head(of: lock, by: person)
        let number = try await nextDecisionNumber(year: Stockholm.day(lock.instant).numbers.year)
        let decision = Decision(
            id: prepared.id, number: number, outcome: prepared.content.outcome, reasons: prepared.reasons,
            terms: prepared.content.terms, delegationID: prepared.content.delegation.id, decidedBy: person.id,
            decidedAt: lock.instant)
        try await insert(decision, on: lock.application, recommendedBy: prepared.recommendedBy)
        let document = DecisionDocument(
            id: DecisionDocument.ID(), applicationID: lock.application.id, decisionID: decision.id, kind: .decision,
            number: number, issuedBy: person.id, issuedAt: lock.instant)
        try await keep(document, Letter(.decision(prepared.content), head: head(number, nil)))
    }

    /// Writes another paper of a case, with a number of its own: its record with the hash, and a job to print it.
    func issue(
        _ subject: Letter.Subject, kind: DecisionDocument.Kind, about decision: Decision, in lock: LockedApplication,
        by person: Person
    ) async throws -> DecisionDocument {
        let head = try await head(of: lock, by: person)
        let document = DecisionDocument(
            id: DecisionDocument.ID(), applicationID: lock.application.id, decisionID: decision.id, kind: kind,
            number: try await nextDecisionNumber(year: Stockholm.day(lock.instant).numbers.year),
            issuedBy: person.id, issuedAt: lock.instant)
        try await keep(document, Letter(subject, head: head(document.number, decision.number)))
        return document
    }

    private func keep(_ document: DecisionDocument, _ letter: Letter) async throws {
        let record = letter.record
        try await insert(document, content: record, hash: Array(record.utf8).sha256, translation: letter.translation)
    }

    /// The head of a paper, once it has its number and, if it is not the decision's own, that of the decision: all that is
    /// read for it is read before.
    private func head(of lock: LockedApplication, by person: Person) async throws -> (String, String?) -> Letter.Head {
        let region = try await regionName()
        let applicant = try await library(lock.application.libraryID)?.name ?? ""
        return { number, decisionNumber in
            Letter.Head(
                region: region, number: number, registryNumber: lock.application.receipt?.registryNumber ?? "",
                issuedOn: Stockholm.day(lock.instant), issuedBy: person.name, applicant: applicant,
                title: lock.application.request.title, call: lock.call.details.title, decisionNumber: decisionNumber)
        }
    }
}

extension LockedApplication {
    /// The words that bind: the rule's sentence, what holds of each event, and when to report.
    fileprivate func terms(
        of outcome: Decision.Outcome, texts: DecisionTexts, in language: DecisionText.Language
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
            appeal: call.decisionTerms.appeal, texts: texts)
    }

    /// The same for a translation; nil where the region has not all of the words in English.
    fileprivate func translatedTerms(of outcome: Decision.Outcome, texts: DecisionTexts) -> Decision.Terms? {
        do {
            return try terms(of: outcome, texts: texts, in: .english)
        } catch {
            return nil
        }
    }

    /// The call's day, or as many days from the last event as its terms say.
    private var reportDueOn: Day {
        let last = events.map { Stockholm.day($0.details.endsAt) }.max() ?? Stockholm.day(instant)
        return call.decisionTerms.reportDueOn ?? last.adding(days: call.details.terms.reportDays)
    }
}
