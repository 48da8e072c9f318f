import Operations
import HTTPTypes
import Testing

@testable import Web

@Suite struct `What every route keeps of HTTP` {
    let site = SiteOfTests()

    @Test func `an unknown path is a problem in the API and a page elsewhere`() async throws {
        let problem = try await site.get("/api/v1/nothing")
        #expect(problem.status == .notFound)
        #expect(problem.headers[.contentType] == "application/problem+json")
        #expect(problem.text.contains(#""code":"missing""#))
        let page = try await site.get("/nothing")
        #expect(page.status == .notFound)
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.text.contains("<html lang=\"sv\">"))
    }

    @Test(arguments: [HTTPRequest.Method.post, .delete, .trace, .connect])
    func `a known path refuses other methods and names those it has`(_ method: HTTPRequest.Method) async throws {
        let answer = try await site.send(method, "/api/v1/open")
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test(arguments: ["//greeting", "/api//v1/open", "/api/v1/open//"])
    func `a thing has one address`(_ path: String) async throws {
        #expect(try await site.get(path).status == .notFound)
    }

    @Test func `OPTIONS names the methods of the path`() async throws {
        let answer = try await site.send(.options, "/api/v1/things/1")
        #expect(answer.status == .noContent)
        #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS, PUT")
        #expect(answer.headers[.contentLength] == nil)
    }

    @Test func `HEAD says what GET says, without the body`() async throws {
        let get = try await site.get("/greeting")
        let head = try await site.send(.head, "/greeting")
        #expect(head.status == .ok)
        #expect(head.text.isEmpty)
        #expect(head.headers[.contentLength] == String(get.text.utf8.count))
        #expect(head.headers[.contentType] == get.headers[.contentType])
    }

    @Test func `a method that nobody has heard of is not implemented`() async throws {
        let method = try #require(HTTPRequest.Method("BREW"))
        #expect(try await site.send(method, "/greeting").status == .notImplemented)
    }

    @Test func `an address that is too long is refused`() async throws {
        let path = "/greeting?q=" + String(repeating: "a", count: 4096)
        #expect(try await site.get(path).status == .uriTooLong)
    }

    @Test func `a body that is too large is refused`() async throws {
        let site = SiteOfTests(bodyLimit: 100)
        let body = #"{"name":""# + String(repeating: "a", count: 100) + #""}"#
        let answer = try await site.send(
            .post, "/api/v1/things", [.contentType: "application/json"], body: body)
        #expect(answer.status == .contentTooLarge)
    }

    @Test(arguments: ["/greeting", "/api/v1/open", "/nothing", "/kalender/x.ics", "/api/v1/broken"])
    func `every answer carries the security headers`(_ path: String) async throws {
        let headers = try await site.get(path).headers
        let policy = try #require(headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; style-src 'self'"))
        #expect(!policy.contains("unsafe"))
        for name in ["Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "X-Request-Id"] {
            #expect(headers[try .named(name)] != nil)
        }
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[.strictTransportSecurity] == nil)
    }

    @Test func `only a service at an https address asks for https for good`() async throws {
        let secure = SiteOfTests(publicAddress: "https://samlyft.example")
        #expect(try await secure.get("/greeting").headers[.strictTransportSecurity] != nil)
    }

    @Test func `answers to somebody are not stored`() async throws {
        let cookie: HTTPFields = [.cookie: "session=\(SiteOfTests.hostSecret.text)"]
        #expect(try await site.get("/greeting", cookie).headers[.cacheControl] == "no-store")
        #expect(try await site.get("/greeting").headers[.cacheControl] == "no-cache")
        #expect(try await site.get("/nothing").headers[.cacheControl] == "no-store")
    }

    @Test func `an unexpected error says nothing of our insides and is logged once`() async throws {
        let answer = try await site.get("/api/v1/broken")
        #expect(answer.status == .internalServerError)
        #expect(!answer.text.contains("Unexpected"))
        let lines = site.log.all.filter { $0.contains("Unexpected") }
        #expect(lines.count == 1)
        let id = try #require(answer.headers[try .named("X-Request-Id")])
        #expect(lines.first?.contains("incident=\(id)") == true)
        #expect(answer.text.contains("urn:uuid:\(id)"))
    }

    @Test func `when something needed is away the client is asked to come again`() async throws {
        let answer = try await site.get("/api/v1/away")
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.retryAfter] == "1")
    }

    @Test func `the log has the pattern of the route and never the path`() async throws {
        _ = try await site.get("/kalender/secret-token.ics?token=alsosecret")
        let line = try #require(site.log.all.first { $0.contains("request") })
        #expect(line.contains("route=/kalender/:name.ics"))
        #expect(line.contains("status=200"))
        #expect(!site.log.all.contains { $0.contains("secret") })
    }

    @Test func `a list page has links to its neighbours`() async throws {
        let answer = try await site.get("/api/v1/list?limit=10&page=2&kind=a")
        #expect(answer.text == #"{"items":[1,2],"page":2,"limit":10,"total":50}"#)
        let link = try #require(answer.headers[try .named("Link")])
        #expect(link.contains("</api/v1/list?limit=10&kind=a&page=3>; rel=\"next\""))
        #expect(link.contains("page=1>; rel=\"prev\""))
    }

    @Test(arguments: ["limit=0", "limit=101", "page=0", "page=x", "limit=5&limit=6", "page=-1", "page=%2B1"])
    func `a wrong page or limit is named`(_ query: String) async throws {
        let answer = try await site.get("/api/v1/list?\(query)")
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains(#""field":"\#(query.prefix { $0 != "=" })""#))
    }

    @Test func `a query that is no text is refused`() async throws {
        #expect(try await site.get("/api/v1/list?kind=%FF").status == .badRequest)
        #expect(try await site.get("/api/v1/list?kind=%4").status == .badRequest)
    }

    @Test func `an id that is none belongs to nothing`() async throws {
        #expect(try await site.get("/api/v1/things/abc").status == .notFound)
        #expect(try await site.get("/api/v1/things/%FF").status == .notFound)
    }

    @Test func `the inventory names method, path and access of every route`() {
        let lines = site.routes.all.map(\.line)
        #expect(lines.contains("GET /api/v1/desk case_officer or decision_maker"))
        #expect(lines.contains("POST /api/v1/things everyone"))
        #expect(lines.contains("GET /own logged in"))
    }
}
