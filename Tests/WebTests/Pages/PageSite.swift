import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Operations
import TestDatabase

@testable import Web

/// The pages on a database of their own, as browsers meet them, with a session for whoever is asked for.
struct PageSite {
    let scene: Scene
    let service: Service
    private let client: any TestClientProtocol
    private let sessions: Sessions

    static func with(
        _ content: TestContent = .people, _ body: @escaping @Sendable (PageSite) async throws -> Void
    ) async throws {
        try await withScene(content) { scene in
            let settings = WebSettings(publicAddress: "http://localhost:8080", hosts: ["localhost"])
            let service = Service(operations: scene.operations, settings: settings)
            let site = Site(
                settings: settings, identities: KnownIdentities(service),
                routes: Routes.all(service, developmentLogin: true), logger: .silent, isOutage: Service.isOutage)
            try await Application(router: site.router(), logger: .silent).test(.router) { client in
                try await body(
                    PageSite(scene: scene, service: service, client: client, sessions: Sessions(scene.operations)))
            }
        }
    }

    /// The page at an address, as `person` or as nobody sees it.
    func get(_ path: String, as person: Person? = nil, in language: String = "sv") async throws -> Shown {
        try await send(.get, path, as: person, language, nil)
    }

    /// Sends a form from a page of ours; a name may stand in it several times.
    func post(
        _ path: String, as person: Person?, _ fields: [(String, String)], in language: String = "sv"
    ) async throws -> Shown {
        var fields = fields
        if let person { fields.append(("csrf", FormToken.text(for: try await sessions.secret(of: person)))) }
        let body = fields.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }
            .joined(separator: "&")
        return try await send(.post, path, as: person, language, body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, as person: Person?, _ language: String, _ body: String?
    ) async throws -> Shown {
        var headers: HTTPFields = [.cookie: "language=\(language)", .origin: "http://localhost:8080"]
        if let person { headers[.cookie]? += "; session=\(try await sessions.secret(of: person).text)" }
        if let body {
            headers[.contentType] = "application/x-www-form-urlencoded"
            headers[.contentLength] = String(body.utf8.count)
        }
        let answer = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        return Shown(
            status: answer.status.code, location: answer.headers[.location], text: String(buffer: answer.body),
            headers: answer.headers)
    }
}

/// A page as it came.
struct Shown {
    let status: Int
    let location: String?
    let text: String
    let headers: HTTPFields

    /// What stands in a field of the page's forms.
    func value(_ name: String) -> String? {
        guard let range = text.range(of: "name=\"\(name)\" value=\"") ?? text.range(of: "name=\"\(name)\"") else {
            return nil
        }
        let tag = text[range.lowerBound...].prefix { $0 != ">" }
        guard let value = tag.range(of: "value=\"") else { return nil }
        return String(tag[value.upperBound...].prefix { $0 != "\"" })
    }
}

/// One session for each person.
private actor Sessions {
    private let operations: Operations
    private var secrets: [Person.ID: Secret] = [:]

    init(_ operations: Operations) { self.operations = operations }

    func secret(of person: Person) async throws -> Secret {
        if let secret = secrets[person.id] { return secret }
        let made = try await operations.beginSession(of: person.id)
        secrets[person.id] = made
        return made
    }
}
