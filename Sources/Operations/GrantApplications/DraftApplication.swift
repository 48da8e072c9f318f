package import Domain
import Postgres
package import Store

extension Operations {
    /// A new draft for a call that is announced and not yet closed.
    package func draftApplication(
        _ draft: GrantRequest, to callID: Call.ID, from libraryID: Library.ID, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        guard person.has(.applicant, at: libraryID) || person.has(.signatory, at: libraryID) else {
            throw Refusal.notAllowed(.roleIsMissing)
        }
        return try await once(request) { transaction in
            guard let call = try await transaction.call(callID), call.publishedAt != nil else {
                throw Refusal.invalid("callId", .doesNotExist)
            }
            guard call.takesDrafts(at: try await transaction.now()) else { throw Refusal.conflict(.callIsClosed) }
            var errors = FieldErrors()
            draft.validate(&errors, for: call)
            try errors.check()
            try await transaction.checkEvents(of: draft, for: person)
            let id = GrantApplication.ID()
            try await transaction.insert(draft, as: id, call: callID, library: libraryID, by: person.id)
            try await transaction.record("draft", in: id, by: person.id)
            return id
        }
    }

    /// Other contents for a draft, whole or none. While the region asks for a completion: for what is written in answer
    /// to it, of which nothing is in the application before it is sent in.
    package func editApplication(
        _ id: GrantApplication.ID, by person: Person, expecting version: Int?,
        _ edit: @Sendable (GrantRequest) throws -> GrantRequest
    ) async throws -> GrantApplication {
        try await change { transaction in
            guard let application = try await transaction.lockGrantApplication(id), application.maySee(person) else {
                throw Refusal.missing
            }
            guard application.mayBeEdited(by: person) else { throw Refusal.notAllowed(.roleIsMissing) }
            try expect(version, is: application.version)
            if application.status == .completionRequested {
                try await transaction.writeCompletion(of: application, by: person, edit)
                return try await transaction.grantApplication(id) ?? application
            }
            guard application.status == .draft else { throw Refusal.conflict(.wrongState) }
            guard let call = try await transaction.call(application.callID) else { throw Refusal.missing }
            let draft = try edit(application.request)
            var errors = FieldErrors()
            draft.validate(&errors, for: call, over: application.request)
            try errors.check()
            try await transaction.checkEvents(of: draft, for: person)
            guard draft != application.request else { return application }
            try await transaction.update(id, to: draft)
            try await transaction.record("edit", in: id, by: person.id)
            guard let edited = try await transaction.grantApplication(id) else { throw Refusal.missing }
            return edited
        }
    }
}

extension Querying {
    /// Refuses events that do not exist or that `person` may not see; the two look alike.
    func checkEvents(of draft: GrantRequest, for person: Person) async throws {
        let found = try await events(draft.events.map(\.eventID)).filter { $0.maySee(person) }.map(\.id)
        var errors = FieldErrors()
        for (index, share) in draft.events.enumerated() where !found.contains(share.eventID) {
            errors.add("events[\(index)].eventId", .doesNotExist)
        }
        try errors.check()
    }
}
