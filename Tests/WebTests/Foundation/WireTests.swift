import Foundation
import Testing

@testable import Web

/// What no well-behaved client sends.
@Suite struct `On the wire` {
    let wire = Wire(site: SiteOfTests())

    @Test(arguments: [
        ("Host: localhost\r\n", "HTTP/1.1 200 OK"), ("Host: LOCALHOST\r\n", "HTTP/1.1 200 OK"),
        ("", "HTTP/1.1 400 Bad Request"), ("Host: evil.example\r\n", "HTTP/1.1 400 Bad Request"),
        ("Host: localhost\r\nHost: localhost\r\n", "HTTP/1.1 400 Bad Request"),
        ("Host: localhost\r\nhost: evil.example\r\n", "HTTP/1.1 400 Bad Request"),
        ("Host: localhost, evil.example\r\n", "HTTP/1.1 400 Bad Request"),
        ("Host: localhost:81\r\n", "HTTP/1.1 400 Bad Request"),
    ])
    func `one Host is named and it is ours`(_ fields: String, _ line: String) async throws {
        let heard = try await wire.exchange(["GET /api/v1/open HTTP/1.1\r\n\(fields)Connection: close\r\n\r\n"])
        #expect(heard.statusLine == line)
    }

    @Test func `a body in chunks is limited too`() async throws {
        let wire = Wire(site: SiteOfTests(bodyLimit: 100))
        let head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let chunk = "40\r\n" + String(repeating: " ", count: 64) + "\r\n"
        let heard = try await wire.exchange([
            head + "Transfer-Encoding: chunked\r\n\r\n", chunk, chunk, chunk, "0\r\n\r\n",
        ])
        #expect(heard.statusLine.hasPrefix("HTTP/1.1 413 "))
    }

    @Test func `no more connections are let in than there is room for`() async throws {
        let request = "GET /greeting HTTP/1.1\r\nHost: localhost\r\n\r\n"
        // The client of the test server has one.
        #expect(try await Wire(site: SiteOfTests(), most: 4).crowd(6, saying: request) == 3)
    }

    @Test func `an answer says once that the connection closes`() async throws {
        let head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let heard = try await wire.exchange([head + "Content-Length: 12000000\r\n\r\n"], patience: .seconds(60))
        #expect(heard.text.components(separatedBy: "Connection: close").count == 2)
    }

    @Test func `a small body in chunks is read`() async throws {
        let head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let heard = try await wire.exchange([
            head + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n", "6\r\n{\"name\r\n", "6\r\n\":\"a\"}\r\n",
            "0\r\n\r\n",
        ])
        #expect(heard.statusLine == "HTTP/1.1 201 Created")
    }

    @Test func `half a head is not waited for`() async throws {
        let wire = Wire(site: SiteOfTests(), idle: .milliseconds(300))
        let drops = ["GET / HTTP/1.1\r\n", "Host: localhost\r\n"] + (0..<900).map { "X-\($0): a\r\n" }
        let heard = try await wire.exchange(drops, pause: .milliseconds(100), patience: .seconds(60))
        // The drops go on for ninety seconds: the server did not wait for their end.
        #expect(heard.closedAfter != nil)
    }

    @Test func `a body that comes byte by byte has a deadline`() async throws {
        let wire = Wire(site: SiteOfTests(bodyTimeout: .milliseconds(400)), idle: .seconds(1))
        let head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let drops = [head + "Content-Length: 1000\r\n\r\n"] + Array(repeating: " ", count: 999)
        // The body would take ninety seconds.
        let heard = try await wire.exchange(drops, pause: .milliseconds(90), patience: .seconds(60))
        #expect(heard.statusLine == "HTTP/1.1 408 Request Timeout")
        #expect(heard.closedAfter != nil)
    }

    @Test func `too many header fields are refused`() async throws {
        let fields = (0..<200).map { "X-\($0): a\r\n" }.joined()
        let heard = try await wire.exchange(["GET / HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"])
        #expect(heard.statusLine == "HTTP/1.1 431 Request Header Fields Too Large")
        #expect(heard.closedAfter != nil)
    }

    @Test func `what is no HTTP gets no page`() async throws {
        let heard = try await wire.exchange(["BREW\r\n\r\n"])
        #expect(heard.statusLine == "HTTP/1.1 400 Bad Request")
    }

    @Test func `who sends far too much is told so`() async throws {
        let head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let megabyte = String(repeating: " ", count: 1024 * 1024)
        let parts = [head + "Content-Length: \(12 * 1024 * 1024)\r\n\r\n"] + Array(repeating: megabyte, count: 12)
        // A client that writes all of it before it listens, as most do.
        let heard = try await wire.exchange(parts, patience: .seconds(60))
        #expect(heard.statusLine.hasPrefix("HTTP/1.1 413 "))
        #expect(heard.text.contains("Connection: close\r\n"))
        #expect(heard.text.contains(#""code":"too_large""#))
        #expect(heard.closedAfter != nil)
    }

    @Test func `who says much and sends nothing is not waited for`() async throws {
        let head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let heard = try await wire.exchange([head + "Content-Length: 12000000\r\n\r\n"], patience: .seconds(60))
        #expect(heard.statusLine.hasPrefix("HTTP/1.1 413 "))
        #expect(heard.closedAfter != nil)
    }

    @Test func `requests that are sent at once are answered in their order`() async throws {
        let paths = (1...40).map { $0 % 2 == 0 ? "/api/v1/open" : "/nothing" }
        let requests = paths.map { "GET \($0) HTTP/1.1\r\nHost: localhost\r\n\r\n" }
        let last = "GET /greeting HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        let heard = try await wire.exchange([(requests + [last]).joined()], patience: .seconds(60))
        let codes = heard.text.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) }
        #expect(codes == paths.map { $0 == "/nothing" ? "404" : "200" } + ["200"])
        #expect(heard.closedAfter != nil)
    }

    @Test func `who asks and asks and does not listen is not read any more`() async throws {
        let request = "GET /api/v1/open HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let site = SiteOfTests()
        let written = try await Wire(site: site).write(String(repeating: request, count: 400), times: 400)
        // Both ends keep some in their sockets' buffers; the rest waits at the client's.
        #expect(written < 400)
    }

    @Test func `a request to a proxy names the whole address`() async throws {
        let line = "GET http://localhost/api/v1/open HTTP/1.1\r\n"
        let heard = try await wire.exchange([line + "Host: localhost\r\nConnection: close\r\n\r\n"])
        #expect(heard.statusLine == "HTTP/1.1 200 OK")
    }

    @Test(arguments: [
        ("http://evil.example/api/v1/open", "localhost", "HTTP/1.1 400 Bad Request"),
        ("http://user@localhost/api/v1/open", "localhost", "HTTP/1.1 400 Bad Request"),
        ("http://localhost/api/v1/open", "evil.example", "HTTP/1.1 200 OK"),
    ])
    func `the host in such an address counts and not the field`(_ target: String, _ host: String, _ line: String)
        async throws
    {
        let heard = try await wire.exchange(["GET \(target) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n"])
        #expect(heard.statusLine == line)
    }

    @Test(arguments: [
        "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length: 5, 6\r\n",
    ])
    func `a body of two lengths is refused, and what may follow is no request`(_ fields: String) async throws {
        let head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"
        let heard = try await wire.exchange([head + "0\r\n\r\nGET /api/v1/open HTTP/1.1\r\nHost: localhost\r\n\r\n"])
        #expect(heard.statusLine == "HTTP/1.1 400 Bad Request")
        #expect(heard.text.components(separatedBy: "HTTP/1.1 ").count == 2)
        #expect(heard.closedAfter != nil)
    }

    @Test func `a client of yore gets its answer and the end`() async throws {
        let heard = try await wire.exchange(["GET /api/v1/open HTTP/1.0\r\nHost: localhost\r\n\r\n"])
        #expect(heard.statusLine == "HTTP/1.1 200 OK")
        #expect(heard.closedAfter != nil)
    }

    @Test func `a chunk that is none is a bad request`() async throws {
        let head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let heard = try await wire.exchange([head + "Transfer-Encoding: chunked\r\n\r\n", "zz\r\n"])
        #expect(heard.statusLine == "HTTP/1.1 400 Bad Request")
        #expect(heard.closedAfter != nil)
    }

    @Test func `HEAD and 304 have no body on the wire`() async throws {
        let fields = "HTTP/1.1\r\nHost: localhost\r\n"
        let heard = try await wire.exchange([
            "HEAD /api/v1/open \(fields)\r\n",
            "GET /kalender/a.ics \(fields)If-None-Match: \"abc\"\r\nConnection: close\r\n\r\n",
        ])
        #expect(heard.text.contains("HTTP/1.1 304 Not Modified"))
        #expect(heard.text.components(separatedBy: "\r\n\r\n").allSatisfy { $0.isEmpty || $0.hasPrefix("HTTP/1.1 ") })
    }

    @Test func `after a refusal the connection serves the next request`() async throws {
        let request = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let next = "GET /api/v1/open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        let heard = try await wire.exchange([request, next])
        #expect(heard.text.contains("404 Not Found"))
        #expect(heard.text.contains("200 OK"))
    }
}
