package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The signatory sends the completion in. It is asked for as much as a submission, and makes a new version of what
    /// was received; what was recommended and reviewed before is stale by that.
    package func completeApplication(
        _ id: GrantApplication.ID, attested: Bool, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        let completed = try await once(request) { transaction in
            let lock = try await transaction.lockCompletion(id, seenBy: person, expecting: version)
            try lock.checkIsComplete(attested: attested)
            try await transaction.checkParts(of: lock.completed.application, waitingIn: lock.request.id)
            // Written first: whether another case counts on its events is asked of the rows.
            try await transaction.update(
                id, to: lock.completed.application.request,
                parts: lock.completed.application.request.parts(otherThanIn: lock.received.request))
            if lock.received.partners != lock.completed.application.partners {
                try await transaction.setPartners(of: id, to: lock.completed.application.partners)
            }
            let evaluation = try await transaction.evaluate(
                lock.completed, moment: .completion,
                claims: transaction.claims(on: lock.completed.application, seenBy: person))
            guard evaluation.blockingCore.isEmpty else {
                throw Refusal.broken(.fundedEventInvitesRegion, findings: evaluation.blocking)
            }
            try evaluation.checkClaims()
            try await transaction.receive(lock, from: person, evaluation)
            try await transaction.releaseInvitations(of: lock.dropped, at: lock.completed.instant)
            return id
        }
        logger.info("application completed", metadata: ["application": "\(id)"])
        return completed
    }
}

/// A case with what its applicant has written in answer to a request for completion.
struct LockedCompletion {
    let request: CompletionRequest
    /// As it was received.
    let received: GrantApplication
    /// As it is to be, with its events.
    let completed: LockedApplication
    let status: GrantApplication.Status
    /// The events that it asks money for no more.
    let dropped: [Event]

    fileprivate func checkIsComplete(attested: Bool) throws(Refusal) {
        let wanted = completed.application.request
        var errors = FieldErrors()
        wanted.validate(&errors)
        wanted.validate(&errors, unlocked: request.parts, received: received.request)
        wanted.validateForSubmission(&errors, to: completed.call)
        errors.require(attested, "attested", .isNotAttested)
        try errors.check()
    }
}

extension Transaction {
    /// Holds the events of what was received and of what was written since.
    fileprivate func lockCompletion(
        _ id: GrantApplication.ID, seenBy person: Person, expecting version: Int?
    ) async throws -> LockedCompletion {
        let (received, call) = try await lockApplication(id, seenBy: person)
        let told = received.told(to: person)
        try expect(version, is: told.version)
        _ = try told.status(after: .complete, by: person)
        let status = try received.status(after: .complete, by: person)
        guard let request = try await completionRequests(of: id).first(where: \.isOpen) else {
            throw Refusal.conflict(.wrongState)
        }
        let draft = try await completionDraft(of: request.id) ?? CompletionDraft()
        let application = received.asking(for: draft.over(received.request), with: draft.partners)
        let wanted = Set(application.request.events.map(\.eventID))
        let held = try await lockEvents(Array(wanted.union(received.request.events.map(\.eventID))).sorted())
        try await act(as: person.id)
        return LockedCompletion(
            request: request, received: received,
            completed: LockedApplication(
                application: application, call: call, events: held.filter { wanted.contains($0.id) },
                instant: try await now()),
            status: status, dropped: held.filter { !wanted.contains($0.id) })
    }

    fileprivate func receive(
        _ lock: LockedCompletion, from person: Person, _ evaluation: Evaluation
    ) async throws {
        let id = lock.received.id
        guard let receipt = lock.received.receipt else { throw Refusal.conflict(.wrongState) }
        try await endCompletion(of: id, .init(.completed, at: lock.completed.instant))
        try await setStatus(of: id, to: lock.status)
        guard let version = try await grantApplication(id)?.version else { throw Refusal.missing }
        let received = ReceivedApplication(
            registryNumber: receipt.registryNumber, receivedAt: lock.completed.instant, signatory: person,
            call: lock.completed.call, record: try await record(of: lock.completed), evaluation: evaluation)
        try await insertSnapshot(of: id, version: version, received)
        try await record("complete", in: id, by: person.id)
        try await enqueue(.completionReceived, about: id, payload: "{}")
    }
}

extension Transaction {
    /// Keeps what is written in answer to a request for completion of a locked application: its applicant's own room
    /// until it is sent in. A change of what is not unlocked is refused beside its field.
    func writeCompletion(
        of application: GrantApplication, by person: Person, _ edit: @Sendable (GrantRequest) throws -> GrantRequest
    ) async throws {
        guard let asked = try await completionRequests(of: application.id).first(where: \.isOpen) else {
            throw Refusal.conflict(.wrongState)
        }
        guard let call = try await call(of: application) else { throw Refusal.missing }
        let before = try await completionDraft(of: asked.id) ?? CompletionDraft()
        let wanted = try edit(before.over(application.request))
        var errors = FieldErrors()
        wanted.validate(&errors, for: call, over: application.request)
        wanted.validate(&errors, unlocked: asked.parts, received: application.request)
        try errors.check()
        try await checkEvents(of: wanted, for: person)
        guard wanted != before.over(application.request) else { return }
        try await save(
            CompletionDraft(wanted, before.partners, over: application), for: asked.id, of: application.id,
            by: person.id, at: now())
        try await record("edit-completion", in: application.id, by: person.id)
    }
}
