import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Postgres
import Testing

@testable import Web

/// Answers that take their time, and clients that do.
@Suite struct `On the wire until the end` {
    static let large = 24 * 1024 * 1024
    let site = SiteOfTests()

    /// Answers so many bytes to every request.
    private func large(
        idle: TimeAmount, stalled: TimeAmount = .seconds(20), farewell: TimeAmount = .milliseconds(200),
        _ bytes: Int = Self.large
    ) -> Wire {
        var patience = Conversation.Patience(idle: idle, body: { _ in 1024 })
        patience.stalled = stalled
        patience.farewell = farewell
        return Wire(site: site, patience: patience) { _, _ in
            Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(repeating: 65, count: bytes)))
        }
    }

    private func bodyLength(_ heard: [UInt8]) -> Int { heard.count { $0 == 65 } }

    private func request(_ fields: String = "", version: String = "1.1", path: String = "/api/v1/open") -> String {
        "GET \(path) HTTP/\(version)\r\nHost: localhost\r\n\(fields)\r\n"
    }

    @Test(arguments: ["1.0", "1.1"])
    func `who reads a last answer late gets all of it`(_ version: String) async throws {
        let heard = try await large(idle: .seconds(10))
            .listen(request("Connection: close\r\n", version: version), .init(pause: .seconds(2)))
        #expect(bodyLength(heard) >= Self.large)
    }

    @Test func `who never reads a last answer is not waited for`() async throws {
        let heard = try await large(idle: .milliseconds(500), stalled: .milliseconds(500))
            .listen(request("Connection: close\r\n"), .init(pause: .seconds(3)))
        #expect(bodyLength(heard) < Self.large)
    }

    @Test(arguments: ["", "Connection: close\r\n"])
    func `an answer that goes out slowly is not cut`(_ fields: String) async throws {
        let heard = try await large(idle: .milliseconds(600), 8 * 1024 * 1024).listen(
            request(fields), .init(rest: .milliseconds(2)))
        #expect(bodyLength(heard) >= 8 * 1024 * 1024)
    }

    @Test func `who has said all and listens gets the whole answer`() async throws {
        let heard = try await large(idle: .seconds(10))
            .listen(request(), .init(halfCloses: true, pause: .seconds(1)))
        #expect(bodyLength(heard) >= Self.large)
    }

    @Test func `who has said all gets an answer to each request`() async throws {
        let wire = Wire(site: site) { request, _ in
            try await Task.sleep(for: .milliseconds(50))
            return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: request.uri.path)))
        }
        let requests = (1...5).map { request(path: "/\($0)") }.joined()
        let text = String(decoding: try await wire.listen(requests, .init(halfCloses: true)), as: UTF8.self)
        #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 6)
        #expect(text.contains("/5"))
    }

    @Test func `who asks to speak something else is answered and that is all`() async throws {
        let wire = Wire(site: site)
        for first in [
            request("Connection: Upgrade\r\nUpgrade: websocket\r\n"),
            "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        ] {
            let heard = try await wire.exchange([first + request()])
            #expect(heard.text.components(separatedBy: "HTTP/1.1 ").count == 2)
            #expect(heard.text.contains("Connection: close\r\n"))
            #expect(heard.closedAfter != nil)
        }
    }

    private let posting = "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"

    @Test func `who waits to be told to go on is told so`() async throws {
        let head = posting + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: 12\r\n\r\n"
        let heard = try await Wire(site: site).exchange(
            [head, #"{"name":"a"}"#], hearing: "HTTP/1.1 100 Continue\r\n\r\n")
        #expect(heard.text.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n"))
    }

    @Test func `who would send too much is not told to go on`() async throws {
        let head = posting + "Expect: 100-continue\r\nContent-Length: 12000000\r\n\r\n"
        let heard = try await Wire(site: site).exchange([head], patience: .seconds(2))
        #expect(heard.statusLine.hasPrefix("HTTP/1.1 413 "))
    }

    @Test func `a client of yore is not told to go on`() async throws {
        let head =
            posting.replacing("HTTP/1.1", with: "HTTP/1.0") + "Expect: 100-continue\r\nContent-Length: 12\r\n\r\n"
        let heard = try await Wire(site: site).exchange([head, #"{"name":"a"}"#], pause: .milliseconds(200))
        #expect(heard.statusLine == "HTTP/1.1 201 Created")
    }

    @Test func `the rest of a refused request has a deadline`() async throws {
        var patience = Conversation.Patience(idle: .seconds(30), body: { _ in 1024 })
        patience.restPace = (.milliseconds(200), 1)
        patience.restTime = .seconds(1)
        let drops = [posting + "Content-Length: 12000000\r\n\r\n"] + Array(repeating: " ", count: 600)
        let heard = try await Wire(site: site, patience: patience).exchange(drops, pause: .milliseconds(50))
        #expect(heard.statusLine.hasPrefix("HTTP/1.1 413 "))
        #expect(heard.closedAfter != nil, "the rest would go on for half a minute")
    }

    @Test(arguments: [("GET", true), ("HEAD", true), ("POST", false)])
    func `only what reads stops when the client has gone`(_ method: String, _ stops: Bool) async throws {
        let log = LinesOfLog()
        let wire = Wire(site: site) { _, _ in
            do {
                try await Task.sleep(for: stops ? .seconds(60) : .milliseconds(700))
                log.add("done")
            } catch is CancellationError {
                log.add("stopped")
            }
            return Response(status: .noContent)
        }
        try await wire.reset(after: "\(method) / HTTP/1.1\r\nHost: localhost\r\n\r\n", .milliseconds(500))
        for _ in 0..<300 where log.all.isEmpty { try await Task.sleep(for: .milliseconds(100)) }
        #expect(log.all == [stops ? "stopped" : "done"])
    }
}
