package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The host answers to what it has departed from. One that comes late is received all the same: the region sees
    /// that it was late.
    package func replyToBreach(
        of id: Condition.ID, in grantID: Grant.ID, saying text: String, by person: Person,
        expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Condition.Reply.ID {
        var errors = FieldErrors()
        errors.text(text, "reply", limit: 20_000, required: true, lines: true)
        try errors.check()
        let made = try await once(request) { transaction in
            let (grant, condition) = try await transaction.lockCondition(id, of: grantID, answeredBy: person)
            try expect(version, is: grant.revision)
            guard !condition.openBreaches.isEmpty else { throw Refusal.conflict(.wrongState) }
            let reply = Condition.Reply(
                id: Condition.Reply.ID(), text: text, repliedBy: person.id, repliedAt: try await transaction.now())
            try await transaction.insert(reply, to: id)
            try await transaction.record("reply", in: grant.applicationID, by: person.id, detail: text)
            try await transaction.enqueue(.breachAnswered, about: grantID, payload: "{\"conditionId\":\"\(id)\"}")
            return reply.id
        }
        logger.info("breach answered", metadata: ["grant": "\(grantID)", "condition": "\(id)"])
        return made
    }
}

extension Transaction {
    /// A condition that `person` may answer for, held still with its event.
    fileprivate func lockCondition(
        _ id: Condition.ID, of grantID: Grant.ID, answeredBy person: Person
    ) async throws -> (Grant, Condition) {
        guard let unlocked = try await grants(for: .region, id: grantID).grants.first,
            let eventID = unlocked.conditions.first(where: { $0.id == id })?.eventID,
            let event = try await lockEvents([eventID]).first
        else { throw Refusal.missing }
        let ownCases = person.libraries(as: .applicant, .signatory, .head, .host)
        let isSeen =
            person.isOfRegionalDesk || ownCases.contains(unlocked.libraryID) || event.mayBeEdited(by: person)
        guard isSeen else { throw Refusal.missing }
        if !person.isOfRegionalDesk, try await isUntold(unlocked.applicationID) { throw Refusal.missing }
        guard unlocked.mayAnswer(person, for: event) else { throw Refusal.notAllowed(.roleIsMissing) }
        _ = try await bindingConditions(of: eventID)
        guard let grant = try await grants(for: .region, id: grantID).grants.first,
            let condition = grant.conditions.first(where: { $0.id == id })
        else { throw Refusal.missing }
        return (grant, condition)
    }
}
