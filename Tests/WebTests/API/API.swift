import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import TestDatabase
import Testing

@testable import Web

/// The API on a database of its own, as programs meet it, with a token for each of the people who try the service.
struct API {
    let scene: Scene
    let routes: [Route]
    private let client: any TestClientProtocol
    private let tokens: [String: String]

    /// Gives `body` an API whose database has `content`.
    static func with(_ content: TestContent = .people, _ body: @escaping @Sendable (API) async throws -> Void)
        async throws
    {
        try await withScene(content) { scene in
            let settings = WebSettings(publicAddress: "http://localhost:8080", hosts: ["localhost"])
            let service = Service(operations: scene.operations, settings: settings)
            let routes = Routes.all(service, developmentLogin: false)
            let site = Site(
                settings: settings, identities: KnownIdentities(service), routes: routes, logger: .silent,
                isOutage: Service.isOutage)
            var tokens: [String: String] = [:]
            for person in People.all {
                tokens[person] = try await scene.operations.issueToken(named: "test", toPersonWith: person)?.text
            }
            let known = tokens
            try await Application(router: site.router(), logger: .silent).test(.router) { client in
                try await body(
                    API(scene: scene, routes: routes.all.filter { $0.kind == .api }, client: client, tokens: known))
            }
        }
    }

    /// Sends a request as `person`, or as nobody.
    func send(
        _ method: HTTPRequest.Method, _ path: String, as person: String? = nil, _ body: String? = nil,
        _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        if let person {
            guard let token = tokens[person] else { throw NobodyIs(email: person) }
            headers[.authorization] = "Bearer \(token)"
        }
        if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        if let body { headers[.contentLength] = String(body.utf8.count) }
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        return Answer(
            status: response.status.code, headers: response.headers, text: String(buffer: response.body))
    }

    func get(_ path: String, as person: String? = nil) async throws -> Answer { try await send(.get, path, as: person) }

    func post(_ path: String, as person: String? = nil, _ body: String? = nil) async throws -> Answer {
        try await send(.post, path, as: person, body)
    }

    /// Changes what stands at `path` in the version that it has now.
    func change(
        _ method: HTTPRequest.Method, _ path: String, as person: String, _ body: String
    ) async throws -> Answer {
        let tag = try await get(path, as: person).headers[.eTag] ?? "*"
        return try await send(method, path, as: person, body, [.ifMatch: tag])
    }

    /// Decides of a case in the version that it has now.
    func decide(_ path: String, _ name: String, as person: String, _ body: String?) async throws -> Answer {
        let tag = try #require(try await get(path, as: person).headers[.eTag])
        return try await send(.post, "\(path)/\(name)", as: person, body, [.ifMatch: tag])
    }
}

/// The people who try the service, one of each role.
enum People {
    static let karin = "karin@klippan.example"
    static let ulf = "ulf@klippan.example"
    static let lena = "lena@lund.example"
    static let sven = "sven@lund.example"
    static let jonas = "jonas@lund.example"
    static let petra = "petra@perstorp.example"
    static let pontus = "pontus@perstorp.example"
    static let amira = "amira@region.example"
    static let dag = "dag@region.example"
    static let finn = "finn@region.example"
    static let frida = "frida@region.example"
    static let maria = "maria@region.example"
    static let admin = "admin@region.example"
    static let auditor = "revisor@region.example"
    /// Reviews from outside.
    static let rut = "rut@granskare.example"
    static let all = [
        karin, ulf, lena, sven, jonas, petra, pontus, amira, dag, finn, frida, maria, admin, auditor, rut,
    ]
}

/// A test speaks as somebody who is not among the people of the tests.
struct NobodyIs: Error {
    let email: String
}

/// What the API answered.
struct Answer {
    let status: Int
    let headers: HTTPFields
    let text: String

    var json: JSONValue { JSONValue(Array(text.utf8)) ?? .null }
    subscript(_ name: String) -> JSONValue { json[name] }

    /// The fields that a problem names, in order.
    var fields: [String] { json["errors"].items.compactMap { $0["field"].text } }
}

extension JSONValue {
    /// The member of that name, or null.
    subscript(_ name: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members.first { $0.name == name }?.value ?? .null
    }

    subscript(_ index: Int) -> JSONValue { items.indices.contains(index) ? items[index] : .null }

    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
    var names: [String] { if case .object(let members) = self { members.map(\.name) } else { [] } }
    var text: String? { if case .string(let text) = self { text } else { nil } }
    var number: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
    var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }

    /// As JSON again.
    var source: String {
        switch self {
        case .object(let members):
            "{\(members.map { "\(JSONValue.string($0.name).source):\($0.value.source)" }.joined(separator: ","))}"
        case .array(let items): "[\(items.map(\.source).joined(separator: ","))]"
        case .string(let text):
            {
                var json = JSONWriter()
                json.value(text)
                return json.text
            }()
        case .number(let digits): digits
        case .truth(let truth): truth ? "true" : "false"
        case .null: "null"
        }
    }
}
