import Operations
import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite struct `Who asks` {
    let site = SiteOfTests()
    let token: HTTPFields = [.authorization: "Bearer \(SiteOfTests.officerSecret.text)"]
    let cookie: HTTPFields = [.cookie: "language=sv; session=\(SiteOfTests.hostSecret.text)"]

    @Test func `the API wants a token where one must be logged in`() async throws {
        let answer = try await site.get("/api/v1/own")
        #expect(answer.status == .unauthorized)
        #expect(answer.headers[.wwwAuthenticate] == "Bearer")
        #expect(try await site.get("/api/v1/own", token).text == #"{"person":"Handläggare"}"#)
    }

    @Test func `a cookie is nothing in the API and a token nothing on pages`() async throws {
        #expect(try await site.get("/api/v1/own", cookie).status == .unauthorized)
        #expect(try await site.get("/own", token).status == .seeOther)
    }

    @Test(arguments: ["Bearer wrong-wrong-wrong-wrong", "Basic dGVzdDp0ZXN0", "Bearer"])
    func `a token that is none is refused even where all may read`(_ field: String) async throws {
        let answer = try await site.get("/api/v1/open", [.authorization: field])
        #expect(answer.status == .unauthorized)
        #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
    }

    @Test func `a role that is missing is refused`() async throws {
        let host: HTTPFields = [.authorization: "Bearer \(SiteOfTests.hostSecret.text)"]
        let answer = try await site.get("/api/v1/desk", host)
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains(#""code":"role_is_missing""#))
        #expect(try await site.get("/api/v1/desk", token).status == .noContent)
    }

    @Test func `a page sends strangers to log in and back`() async throws {
        let answer = try await site.get("/own")
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/login?then=%2Fown")
        let list = try await site.get("/own?kind=a&page=2")
        #expect(list.headers[.location] == "/login?then=%2Fown%3Fkind%3Da%26page%3D2")
        #expect(try await site.get("/own", cookie).status == .ok)
    }

    @Test(arguments: [
        ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/"), ("/own", "/own"),
        ("/a\r\nb", "/"), ("", "/"),
    ])
    func `one comes back to pages of ours only`(_ path: String, _ back: String) {
        #expect(Link.back(to: path) == back)
    }

    @Test func `a secret has 256 bits and only its hash is kept`() {
        let secrets = (0..<100).map { _ in Secret() }
        #expect(Set(secrets.map(\.text)).count == 100)
        #expect(secrets.allSatisfy { $0.text.utf8.count == 43 && $0.hash.count == 32 })
    }

    @Test func `the cookie of a service at https cannot be set by others`() {
        let secret = Secret()
        let secure = SessionCookie(WebSettings(publicAddress: "https://samlyft.example"))
        #expect(
            secure.set(secret, seconds: 60)
                == "__Host-session=\(secret.text); Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure")
        #expect(SessionCookie(site.settings).clear == "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
    }
}

@Suite struct `Forms come from pages of ours` {
    let site = SiteOfTests()
    let token = FormToken.text(for: SiteOfTests.hostSecret)
    let cookie: HTTPFields = [
        .cookie: "session=\(SiteOfTests.hostSecret.text)", .contentType: "application/x-www-form-urlencoded",
    ]
    let stranger: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    func status(_ headers: HTTPFields, _ body: String, _ more: (String, String)...) async throws -> Int {
        var headers = headers
        for (name, value) in more { headers[try .named(name)] = value }
        return try await site.send(.post, "/greeting", headers, body: body).status.code
    }

    @Test func `the token of the session is asked for`() async throws {
        #expect(try await status(cookie, "name=a&csrf=\(token)") == 303)
        #expect(try await status(cookie, "name=a") == 403)
        #expect(try await status(cookie, "name=a&csrf=\(FormToken.text(for: Secret()))") == 403)
        #expect(try await status(cookie, "name=a&csrf=\(token)&csrf=\(token)") == 403)
        #expect(try await site.get("/greeting", cookie).text.contains(token))
    }

    @Test func `another site is refused even with the token`() async throws {
        let body = "name=a&csrf=\(token)"
        #expect(try await status(cookie, body, ("Origin", "https://evil.example")) == 403)
        #expect(try await status(cookie, body, ("Origin", "null")) == 403)
        #expect(try await status(cookie, body, ("Sec-Fetch-Site", "cross-site")) == 403)
        #expect(try await status(cookie, body, ("Sec-Fetch-Site", "same-site")) == 403)
        #expect(try await status(cookie, body, ("Origin", "http://localhost:8080")) == 303)
    }

    @Test func `without a session the browser says where the form stood`() async throws {
        #expect(try await status(stranger, "name=a") == 403)
        #expect(try await status(stranger, "name=a", ("Origin", "http://localhost:8080")) == 303)
        #expect(try await status(stranger, "name=a", ("Sec-Fetch-Site", "same-origin")) == 303)
        #expect(try await status(stranger, "name=a", ("Origin", "https://evil.example")) == 403)
    }

    @Test func `what is no form is refused`() async throws {
        let json: HTTPFields = [.contentType: "application/json", .cookie: cookie[.cookie] ?? ""]
        #expect(try await status(json, "{}") == 415)
        #expect(try await status(cookie, "name=%FF&csrf=\(token)") == 400)
        let many = (0...1000).map { "a\($0)=1" }.joined(separator: "&")
        #expect(try await status(cookie, many) == 400)
    }

    @Test func `faults of a form are shown on a page`() async throws {
        #expect(try await status(cookie, "name=&csrf=\(token)") == 422)
        #expect(try await status(cookie, "name=a&other=b&csrf=\(token)") == 422)
    }
}
