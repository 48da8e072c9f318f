package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The signatory sends the application in: it gets a registry number, and what was received is kept word for word.
    package func submitApplication(
        _ id: GrantApplication.ID, attested: Bool, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        let submitted = try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            _ = try lock.status(after: .submit, by: person)
            guard lock.call.told(to: person).isOpen(at: lock.instant) else { throw Refusal.conflict(.callIsClosed) }
            try lock.checkIsComplete(attested: attested)
            try await transaction.checkParts(of: lock.application)
            let evaluation = try await transaction.evaluate(
                lock, moment: .submission, claims: transaction.claims(on: lock.application, seenBy: person))
            guard evaluation.blockingCore.isEmpty else {
                throw Refusal.broken(.fundedEventInvitesRegion, findings: evaluation.blocking)
            }
            try evaluation.checkClaims()
            try await transaction.receive(lock, from: person, evaluation)
            return id
        }
        logger.info("application submitted", metadata: ["application": "\(id)"])
        return submitted
    }
}

extension LockedApplication {
    fileprivate func checkIsComplete(attested: Bool) throws(Refusal) {
        var errors = FieldErrors()
        application.request.validateForSubmission(&errors, to: call)
        errors.require(attested, "attested", .isNotAttested)
        try errors.check()
    }
}

extension Transaction {
    fileprivate func receive(
        _ lock: LockedApplication, from person: Person, _ evaluation: Evaluation
    ) async throws {
        let id = lock.application.id
        let number = try await nextRegistryNumber(year: Stockholm.day(lock.instant).numbers.year)
        try await submit(
            id,
            GrantApplication.Receipt(registryNumber: number, submittedBy: person.id, submittedAt: lock.instant),
            round: lock.call.round(at: lock.instant)?.id)
        let received = ReceivedApplication(
            registryNumber: number, receivedAt: lock.instant, signatory: person, call: lock.call,
            record: try await record(of: lock), evaluation: evaluation)
        try await insertSnapshot(of: id, version: lock.application.version + 1, received)
        try await record("submit", in: id, by: person.id, detail: number)
        try await enqueue(.applicationReceived, about: id, payload: received.receiptPayload(of: lock.application))
    }
}
