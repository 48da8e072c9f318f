package import Domain
package import Postgres
import SQL

extension Querying {
    /// Those who may sign for a library today, by name.
    package func signatories(of library: Library.ID) async throws -> [(id: Person.ID, name: String)] {
        try await rows(SQL.Signatures.signatories(libraryID: library)).map { row in
            (id: try row["id"], name: try row["name"])
        }
    }

    /// Which of these applications somebody has asked to be signed.
    package func signatureRequests(of applications: [GrantApplication.ID]) async throws -> [SignatureRequest] {
        guard !applications.isEmpty else { return [] }
        return try await all(SQL.Signatures.asked(applications: applications))
    }
}

extension Transaction {
    /// Notes that the signatories of a locked draft are asked to sign it.
    package func askToSign(_ application: GrantApplication.ID, by person: Person.ID) async throws {
        try await execute(SQL.Signatures.ask(applicationID: application, askedBy: person))
    }

    /// Writes that the signatories are asked, to be told of once this transaction has committed.
    package func enqueueSignatureRequest(
        of application: GrantApplication, by person: Person, signatories: [Person.ID]
    ) async throws {
        let payload = CanonicalJSON.members([
            "title": .text(application.request.title), "libraryId": .text(application.libraryID.description),
            "askedBy": .text(person.id.description),
            "signatories": .array(signatories.map { .text($0.description) }),
        ]).text
        try await enqueue(.signatureAsked, about: application.id, payload: payload)
    }
}

/// That somebody has asked the signatories to sign a draft.
package struct SignatureRequest: Sendable, Equatable, PostgresRowDecodable {
    package let applicationID: GrantApplication.ID
    package let askedAt: Instant
    /// The name of whoever asked.
    package let askedBy: String

    package init(_ row: Row) throws {
        applicationID = try row["application_id"]
        askedAt = try row["asked_at"]
        askedBy = try row["asked_by"]
    }
}
