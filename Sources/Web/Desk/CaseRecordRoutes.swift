import Domain
import Foundation
import HTML
import HTTPTypes
import NIOCore
import Operations
import Store

extension Routes {
    /// What was received of an application, and what has changed since, for whoever may see the application.
    mutating func addCaseRecords(_ service: Service) {
        get("\(Link.API.applications)/:id/snapshot", access: .loggedIn) { request, person in
            let (_, snapshot) = try await snapshot(request, person, service)
            return .snapshot(snapshot)
        }
        get("\(Link.API.applications)/:id/changes", access: .loggedIn) { request, person in
            try request.allowParameters()
            let application = try await application(request, person, service)
            let handling = try await service.database.handling(of: application, seenBy: person)
            guard
                let compared = try await service.operations.compareApplication(
                    application, for: person, recommendation: handling.recommendation),
                let content = compared.content
            else { throw Refusal.missing }
            return .json { json in
                json.write(content.comparison, of: compared, recommended: handling.recommendation != nil)
            }
        }
        get("/applications/:id/snapshot", access: .loggedIn) { request, person in
            let (application, snapshot) = try await snapshot(request, person, service)
            let page = SnapshotPage(
                request: request, application: application, snapshot: snapshot, received: try snapshot.received,
                libraries: try await service.database.libraryNames(),
                papers: try await service.database.receivedPapers(of: application.id))
            return .page(request.phrases.snapshotTitle, for: request) { page.html }
        }
    }
}

private func application(
    _ request: WebRequest, _ person: Person, _ service: Service
) async throws -> GrantApplication {
    guard let application = try await service.database.grantApplication(request.id(GrantApplication.self)),
        application.maySee(person)
    else { throw Refusal.missing }
    return application.told(to: person)
}

/// The latest snapshot; missing as long as nothing was received.
private func snapshot(
    _ request: WebRequest, _ person: Person, _ service: Service
) async throws -> (GrantApplication, ApplicationSnapshot) {
    let application = try await application(request, person, service)
    guard let snapshot = try await service.database.snapshots(of: application.id).last else { throw Refusal.missing }
    return (application, snapshot)
}

extension WebResponse {
    /// The very bytes that were hashed, with the hash (RFC 9530), so that anybody can ask whether they are those.
    static func snapshot(_ snapshot: ApplicationSnapshot) -> WebResponse {
        var response = bytes(
            ByteBuffer(string: snapshot.content), contentType: "application/json", tag: snapshot.hexadecimalHash)
        if let name = HTTPField.Name("Repr-Digest") {
            response.headers[name] = "sha-256=:\(Data(snapshot.hash).base64EncodedString()):"
        }
        return response
    }
}
