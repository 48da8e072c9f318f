import Domain
import Foundation
import Letters
import Postgres
import Store

extension Transaction {
    /// Writes a decision with all that the law wants of it: its number, the delegation that it is made under, the words
    /// that bind, and its letter. The case is locked, and whether it may be decided so has been asked.
    func issue(
        _ outcome: Decision.Outcome, reasons: String, recommendedBy: Person.ID?, in lock: LockedApplication,
        by person: Person, registering minutes: BoardMinutes? = nil
    ) async throws -> Decision {
        let day = Stockholm.day(lock.instant)
        let authority = try await authority(for: outcome, by: person, registering: minutes, on: day)
        let terms = try lock.terms(
            of: outcome, byBoard: minutes != nil, texts: try await decisionTexts(on: day), in: .swedish)
        let decision = Decision(
            id: Decision.ID(), number: try await nextDecisionNumber(year: day.numbers.year), outcome: outcome,
            reasons: reasons, terms: terms, authority: authority, decidedBy: person.id,
            decidedAt: lock.instant)
        try await insert(decision, on: lock.application, recommendedBy: recommendedBy)
        try await issueLetter(of: decision, in: lock, by: person)
        return decision
    }

    /// Writes the letter of a decision that is kept and has none.
    func issueLetter(of decision: Decision, in lock: LockedApplication, by person: Person) async throws {
        let english = try await decisionTexts(on: Stockholm.day(lock.instant), in: .english)
        let content = DecisionContent(
            outcome: decision.outcome, sought: lock.application.request.requestedAmount, reasons: decision.reasons,
            terms: decision.terms,
            translatedTerms: lock.translatedTerms(
                of: decision.outcome, byBoard: decision.authority.minutes != nil, texts: english),
            power: try await power(of: decision.authority))
        _ = try await issue(.decision(content), kind: .decision, about: decision, in: lock, by: person)
    }

    /// By whose power it is decided: a board's, which somebody registers, or that of the delegation order.
    private func authority(
        for outcome: Decision.Outcome, by person: Person, registering minutes: BoardMinutes?, on day: Day
    ) async throws -> Decision.Authority {
        guard let minutes else {
            return .delegation(try await delegations().covering(outcome, by: person, on: day).id)
        }
        var errors = FieldErrors()
        minutes.validate(&errors, today: day)
        try errors.check()
        return .board(minutes)
    }

    /// The same as the letter says it.
    private func power(of authority: Decision.Authority) async throws -> DecisionContent.Power {
        switch authority {
        case .board(let minutes): return .board(minutes)
        case .delegation(let id):
            guard let line = try await delegations().first(where: { $0.id == id }) else {
                throw Refusal.notAllowed(.delegationIsMissing)
            }
            return .delegation(line)
        }
    }

    /// Writes a paper of a case: its record with the hash, and a job to print it. A decision's letter bears the decision's
    /// number, every other paper one of its own.
    func issue(
        _ subject: Letter.Subject, kind: DecisionDocument.Kind, about decision: Decision, in lock: LockedApplication,
        by person: Person
    ) async throws -> DecisionDocument {
        let year = Stockholm.day(lock.instant).numbers.year
        let document = DecisionDocument(
            id: DecisionDocument.ID(), applicationID: lock.application.id, decisionID: decision.id, kind: kind,
            number: kind == .decision ? decision.number : try await nextDecisionNumber(year: year),
            issuedBy: person.id, issuedAt: lock.instant)
        let letter = Letter(
            subject,
            head: Letter.Head(
                region: try await regionName(), number: document.number,
                registryNumber: lock.application.receipt?.registryNumber ?? "", issuedOn: Stockholm.day(lock.instant),
                issuedBy: person.name, applicant: try await library(lock.application.libraryID)?.name ?? "",
                title: lock.application.request.title, call: lock.call.details.title,
                decisionNumber: kind == .decision ? nil : decision.number))
        let record = letter.record
        try await insert(document, content: record, hash: Array(record.utf8).sha256, translation: letter.translation)
        return document
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

    /// The call's day, or as many days from the last event as its terms say.
    private var reportDueOn: Day {
        let last = events.map { Stockholm.day($0.details.endsAt) }.max() ?? Stockholm.day(instant)
        return call.decisionTerms.reportDueOn ?? last.adding(days: call.details.terms.reportDays)
    }
}
