import Domain
import Postgres
import Store

/// Where an applicant writes now: the draft, or what answers a request for completion that is open.
struct WritingRoom {
    let application: GrantApplication
    /// nil: it is a draft.
    let completion: CompletionRequest?
}

extension Transaction {
    /// The room in which `person` may write a part that has a page of its own, held until the transaction ends.
    func lockRoom(
        of part: GrantRequest.Part, in id: GrantApplication.ID, writtenBy person: Person, expecting version: Int?
    ) async throws -> WritingRoom {
        let application = try await lockWritten(id, by: person, expecting: version)
        if application.status == .draft { return WritingRoom(application: application, completion: nil) }
        guard application.status == .completionRequested,
            let asked = try await completionRequests(of: id).first(where: \.isOpen)
        else { throw Refusal.conflict(.wrongState) }
        guard asked.parts.contains(part) else { throw Refusal.invalid(part.path, .isLocked) }
        return WritingRoom(application: application, completion: asked)
    }

    /// A draft that `person` may write in, held until the transaction ends.
    func lockDraft(
        _ id: GrantApplication.ID, writtenBy person: Person, expecting version: Int?
    ) async throws -> GrantApplication {
        let application = try await lockWritten(id, by: person, expecting: version)
        guard application.status == .draft else { throw Refusal.conflict(.wrongState) }
        return application
    }

    private func lockWritten(
        _ id: GrantApplication.ID, by person: Person, expecting version: Int?
    ) async throws -> GrantApplication {
        guard let application = try await lockGrantApplication(id), application.maySee(person) else {
            throw Refusal.missing
        }
        guard application.mayBeEdited(by: person) else { throw Refusal.notAllowed(.roleIsMissing) }
        try expect(version, is: application.version)
        return application
    }

    /// The files that stand in the room, those that were received too.
    func files(in room: WritingRoom) async throws -> [Attachment] {
        let received = try await attachments(of: room.application.id)
        guard let completion = room.completion else { return received }
        return try await received + attachments(waitingIn: completion.id)
    }

    /// Moves the version, and logs that somebody has written. A change that is not sent in is none of the application.
    func noteWriting(in room: WritingRoom, by person: Person) async throws {
        let id = room.application.id
        if room.completion == nil {
            try await touch(id)
            try await record("edit", in: id, by: person.id)
        } else {
            try await touchCompletion(of: id)
            try await record("edit-completion", in: id, by: person.id)
        }
    }
}
