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
        let drops = ["GET / HTTP/1.1\r\n", "Host: localhost\r\n"] + (0..<60).map { "X-\($0): a\r\n" }
        let heard = try await wire.exchange(drops, pause: .milliseconds(100), patience: .seconds(5))
        let closedAfter = try #require(heard.closedAfter)
        // The drops go on for six seconds: the server did not wait for their end.
        #expect(closedAfter < .seconds(5))
    }

    @Test func `a body that comes byte by byte has a deadline`() async throws {
        let wire = Wire(site: SiteOfTests(bodyTimeout: .milliseconds(400)), idle: .seconds(1))
        let head = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let drops = [head + "Content-Length: 1000\r\n\r\n"] + Array(repeating: " ", count: 100)
        let heard = try await wire.exchange(drops, pause: .milliseconds(50), patience: .seconds(5))
        #expect(heard.statusLine == "HTTP/1.1 408 Request Timeout")
        let closedAfter = try #require(heard.closedAfter)
        #expect(closedAfter < .seconds(4))
    }

    @Test func `too many header fields are refused`() async throws {
        let fields = (0..<200).map { "X-\($0): a\r\n" }.joined()
        let heard = try await wire.exchange(["GET / HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"])
        #expect(!heard.text.contains("200 OK"))
        #expect(heard.closedAfter != nil)
    }

    @Test func `what is no HTTP gets no page`() async throws {
        let heard = try await wire.exchange(["BREW\r\n\r\n"])
        #expect(heard.statusLine == "HTTP/1.1 400 Bad Request")
    }

    @Test func `after a refusal the connection serves the next request`() async throws {
        let request = "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let next = "GET /api/v1/open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        let heard = try await wire.exchange([request, next])
        #expect(heard.text.contains("404 Not Found"))
        #expect(heard.text.contains("200 OK"))
    }
}
