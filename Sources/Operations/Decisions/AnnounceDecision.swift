package import Domain
import Letters
import Postgres
package import Store

extension Operations {
    /// Posts a decision on the notice board, or the later one on its grant that `document` is of. From that day the
    /// time to appeal is counted, so it is done once, now, and only when the outcome may be known.
    package func announceDecision(
        on id: GrantApplication.ID, _ document: DecisionDocument.ID? = nil, by person: Person,
        expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            guard person.has(.caseOfficer) || person.has(.decisionMaker) else {
                throw Refusal.notAllowed(.roleIsMissing)
            }
            try await transaction.checkImpartiality(of: person, in: lock)
            let decision = try await transaction.toldDecision(document, in: lock)
            guard lock.application.untold == nil else {
                throw Refusal.conflict(.outcomeIsNotTold)
            }
            guard try await transaction.announcement(of: decision.decisionID, document) == nil else {
                throw Refusal.conflict(.isAnnounced)
            }
            try await transaction.post(decision, in: lock, by: person)
            try await transaction.record("announce", in: id, by: person.id, detail: decision.number)
            return id
        }
    }
}

extension Transaction {
    /// What is posted names the library and no person.
    fileprivate func post(_ decision: ToldDecision, in lock: LockedApplication, by person: Person) async throws {
        let today = Stockholm.day(lock.instant)
        let minutes = decision.minutes
        let decidedOn = minutes?.meetingOn ?? decision.decidedOn
        let text = try await decisionTexts(on: today).text(
            minutes == nil ? .announcement : .boardAnnouncement,
            [
                "board": minutes?.body ?? "", "paragraph": minutes?.paragraph ?? "",
                "minutes": minutes?.reference ?? "",
                "number": decision.number, "day": LetterWords(.swedish).day(decidedOn),
                "registryNumber": lock.application.receipt?.registryNumber ?? "", "call": lock.call.details.title,
                "library": try await library(lock.application.libraryID)?.name ?? "",
            ])
        guard let text else { throw Refusal.conflict(.conditionTextIsMissing) }
        try await post(
            decision.decisionID, decision.documentID, text: text, at: lock.instant,
            for: AppealPeriod(postedOn: today), by: person.id)
    }
}
