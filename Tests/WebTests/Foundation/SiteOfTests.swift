import Operations
import Domain
import HTML
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore

@testable import Web

/// A small site with routes of every kind, for the tests of what all routes share.
struct SiteOfTests {
    static let host = "localhost:8080"
    let settings: WebSettings
    let log = LinesOfLog()

    init(
        publicAddress: String = "http://localhost:8080", bodyLimit: Int = 256 * 1024,
        bodyTimeout: Duration = .seconds(20)
    ) {
        settings = WebSettings(
            publicAddress: publicAddress, hosts: ["localhost"], bodyLimit: bodyLimit, bodyTimeout: bodyTimeout)
    }

    struct Unexpected: Error {}
    struct Away: Error {}

    /// People of the tests, by the hash of what they show.
    struct People: Identities {
        func person(withSession hash: [UInt8]) async throws -> Person? { SiteOfTests.people[hash] }
        func person(withToken hash: [UInt8]) async throws -> Person? { SiteOfTests.people[hash] }
    }

    static let hostSecret = Secret()
    static let officerSecret = Secret()
    static let people: [[UInt8]: Person] = [
        hostSecret.hash: person("Värd", .host, at: Identifier()),
        officerSecret.hash: person("Handläggare", .caseOfficer, at: nil),
    ]

    private static func person(_ name: String, _ role: Role, at library: Library.ID?) -> Person {
        Person(
            id: Identifier(), name: name, email: "test@samlyft.example", libraryID: library,
            roles: [Person.Assignment(role: role, libraryID: library)])
    }

    var routes: Routes {
        var routes = Routes()
        routes.addAssets()
        routes.addProblemPages()
        routes.get("/api/v1/open", access: .everyone) { _, person in
            .json(version: 12) { json in json.object { $0.member("person", person?.name) } }
        }
        routes.get("/api/v1/own", access: .loggedIn) { _, person in
            .json { json in json.object { $0.member("person", person.name) } }
        }
        routes.get("/api/v1/desk", access: .role(.caseOfficer, .decisionMaker)) { _, _ in .noContent }
        routes.get("/api/v1/things/:id", access: .everyone) { request, _ in
            let id = try request.id(Event.self)
            return .json { json in json.object { $0.member("id", id) } }
        }
        routes.post("/api/v1/things", access: .everyone) { request, _ in
            let json = try request.json()
            let name = json.requiredText("name")
            try json.end()
            return .json(.created, version: 1, location: "/api/v1/things/1") { $0.object { $0.member("name", name) } }
        }
        routes.put("/api/v1/things/:id", access: .everyone) { request, _ in
            let version = try request.requiredVersion()
            guard version == nil || version == 12 else { throw Refusal.stale }
            return .noContent
        }
        routes.get("/api/v1/list", access: .everyone) { request, _ in
            .list([1, 2], try request.page, total: 50, for: request) { $0.value($1) }
        }
        routes.get("/api/v1/broken", access: .everyone) { _, _ in throw Unexpected() }
        routes.get("/api/v1/away", access: .everyone) { _, _ in throw Away() }
        routes.get("/greeting", access: .everyone) { request, person in
            .page("Hej", for: request) {
                request.formToken; "\(person?.name ?? "-")"
            }
        }
        routes.get("/own", access: .loggedIn) { request, person in .page(person.name, for: request) { "own" } }
        routes.post("/greeting", access: .everyone) { request, _ in
            let form = try request.form()
            let name = form.requiredText("name")
            try form.end()
            return .redirect(to: "/greeting?name=\(PercentEncoding.encode(name))")
        }
        routes.file("/kalender/:name.ics", access: .everyone) { request, _ in
            var response = WebResponse.bytes(
                ByteBuffer(string: "calendar of \(try request.parameter("name"))"), contentType: "text/calendar",
                tag: "abc", changedAt: Instant(microseconds: 1_800_000_000_000_000))
            response.gzipped = ByteBuffer(string: "compressed")
            return response
        }
        return routes
    }

    var logger: Logger { Logger(label: "test") { _ in log.handler } }

    var router: Router<WebContext> {
        let site = Site(
            settings: settings, identities: People(), routes: routes, logger: logger, isOutage: { $0 is Away })
        return site.router()
    }

    /// Sends one request and gives the answer.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: String? = nil
    ) async throws -> Reply {
        try await Application(router: router, logger: logger).test(.router) { client in
            let answer = try await client.execute(
                uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
            return Reply(status: answer.status, headers: answer.headers, text: String(buffer: answer.body))
        }
    }

    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Reply {
        try await send(.get, path, headers)
    }
}

/// An answer as the tests look at it.
struct Reply {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let text: String
}

extension HTTPField.Name {
    /// A name that the test wrote itself, so that it is one.
    static func named(_ name: String) throws -> HTTPField.Name {
        guard let made = HTTPField.Name(name) else { throw NoName() }
        return made
    }

    struct NoName: Error {}
}
