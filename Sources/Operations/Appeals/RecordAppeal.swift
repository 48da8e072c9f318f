package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Notes an appeal of the decision that stands, or of a later one on its grant. One that came in time keeps the
    /// decision from being final until it has ended, and with it what a call pays only then; one that came late holds
    /// nothing up, and is noted as late.
    package func recordAppeal(
        on id: GrantApplication.ID, _ note: AppealNote, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> ReceivedAppeal.ID {
        let recorded = try await once(request) { transaction in
            let lock = try await transaction.lockForAppeal(id, by: person, expecting: version)
            let decision = try await transaction.toldDecision(note.documentID, in: lock)
            let kind = decision.appeal
            let note = note.served(
                on: try await transaction.serviceDay(of: decision.decisionID, decision.documentID))
            var errors = FieldErrors()
            note.validate(&errors, of: kind, today: Stockholm.day(lock.instant))
            let notice = try await transaction.announcement(of: decision.decisionID, decision.documentID)
            let known = [decision.decidedOn, notice?.postedOn, decision.minutes?.meetingOn].compactMap(\.self).min()
            errors.require(note.receivedOn >= known ?? decision.decidedOn, "receivedOn", .isTooEarly(than: "decidedAt"))
            try errors.check()
            let appeal = ReceivedAppeal(
                id: ReceivedAppeal.ID(), decisionID: decision.decisionID, documentID: decision.documentID, kind: kind,
                receivedOn: note.receivedOn, appellant: note.appellant,
                servedOn: kind == .administrativeAppeal ? note.servedOn : nil,
                isLate: note.isLate(kind, postedOn: notice?.postedOn), court: note.court,
                courtCaseNumber: note.courtCaseNumber, ending: nil)
            try await transaction.insert(appeal, by: person.id, at: lock.instant)
            try await transaction.tell(
                .appealReceived, "appeal", in: id, about: decision.number, by: person,
                detail: "\(note.receivedOn.text)\(appeal.isLate ? " (late)" : "")")
            return appeal.id
        }
        logger.info("appeal recorded", metadata: ["application": "\(id)"])
        return recorded
    }

    /// Notes how an appeal ended. A decision that a court has annulled or changed is never final: the case is to be
    /// reopened on that ground (`reopenDecision`, or of a later decision `reopenLaterDecision`, which releases what was
    /// claimed by it).
    package func endAppeal(
        _ appeal: ReceivedAppeal.ID, on id: GrantApplication.ID, as ending: ReceivedAppeal.Ending, court: String,
        courtCaseNumber: String, by person: Person, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> ReceivedAppeal.ID {
        let ended = try await once(request) { transaction in
            let lock = try await transaction.lockForAppeal(id, by: person, expecting: version)
            guard let found = try await transaction.appeals(of: id).first(where: { $0.id == appeal }) else {
                throw Refusal.missing
            }
            let number = try await transaction.number(of: found, in: id)
            let today = Stockholm.day(lock.instant)
            try found.check(ending, court: court, courtCaseNumber: courtCaseNumber, today: today)
            let isFirst = try await transaction.end(
                appeal, ending, court: court, courtCaseNumber: courtCaseNumber, by: person.id, at: lock.instant)
            guard isFirst else { throw Refusal.conflict(.wrongState) }
            try await transaction.tell(
                .appealEnded, "end-appeal", in: id, about: number, by: person, detail: ending.outcome.rawValue)
            return appeal
        }
        logger.info("appeal ended", metadata: ["application": "\(id)"])
        return ended
    }
}

extension ReceivedAppeal {
    fileprivate func check(
        _ ending: Ending, court: String, courtCaseNumber: String, today: Day
    ) throws(Refusal) {
        var errors = FieldErrors()
        let isJudged = ending.outcome != .withdrawn
        errors.text(court, "court", limit: 200, required: isJudged)
        errors.text(courtCaseNumber, "courtCaseNumber", limit: 50, required: isJudged)
        errors.require(ending.on <= today, "endedOn", .isTooLate(than: "today"))
        errors.require(ending.on >= receivedOn, "endedOn", .isTooEarly(than: "receivedOn"))
        if ending.outcome == .changed, kind == .legalityReview {
            errors.add("outcome", .isNotOneOf(Outcome.allCases.filter { $0 != .changed }.map(\.rawValue)))
        }
        try errors.check()
    }
}

extension Transaction {
    /// The case, for whoever may note what becomes of its decisions.
    func lockForAppeal(
        _ id: GrantApplication.ID, by person: Person, expecting version: Int?
    ) async throws -> LockedApplication {
        let lock = try await lockCase(id, seenBy: person, expecting: version)
        guard person.has(.caseOfficer) || person.has(.decisionMaker) else { throw Refusal.notAllowed(.roleIsMissing) }
        guard lock.application.untold == nil else { throw Refusal.conflict(.outcomeIsNotTold) }
        try await checkImpartiality(of: person, in: lock)
        return lock
    }

    /// The number of the decision that was appealed, be it superseded since or not.
    fileprivate func number(of appeal: ReceivedAppeal, in id: GrantApplication.ID) async throws -> String {
        let papers = try await documents(of: id).map(\.document)
        let appealed = papers.first { paper in
            appeal.documentID.map { $0 == paper.id }
                ?? (paper.kind == .decision && paper.decisionID == appeal.decisionID)
        }
        guard let appealed else { throw Refusal.missing }
        return appealed.number
    }

    /// The log says what happened and names no appellant: the applicant reads it too.
    fileprivate func tell(
        _ topic: OutboxMessage.Topic, _ kind: String, in id: GrantApplication.ID, about number: String,
        by person: Person, detail: String
    ) async throws {
        try await record(kind, in: id, by: person.id, detail: "\(number) \(detail)")
        try await enqueue(topic, about: id, payload: "{\"number\":\"\(number)\"}")
    }
}
