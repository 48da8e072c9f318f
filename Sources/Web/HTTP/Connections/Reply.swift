import Domain
import Glibc
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTP1
import Postgres

/// An answer as the bytes that are sent: all of the head but its last fields and its empty line, and the body.
struct Reply: Sendable {
    var head: ByteBuffer
    var body = ByteBuffer()
    /// Whether the connection is of no use after it.
    var isLast = false

    /// The answer to a request; nil where the client has gone.
    init?(to request: Request, _ context: WebContext, _ answer: Answering) async {
        do {
            let response = try await answer(request, context)
            let collected = Collected()
            try await response.body.write(collected)
            self.init(response.head, collected.bytes)
        } catch is HTTPParserError {
            self.init(HTTPResponse(status: .badRequest, headerFields: [.contentLength: "0"]))
            isLast = true
        } catch {
            // The body ended in its middle: nobody is there to hear.
            return nil
        }
    }

    private init(_ response: HTTPResponse, _ body: ByteBuffer = ByteBuffer()) {
        self.body = body
        head = ByteBuffer()
        head.reserveCapacity(1024 + (body.readableBytes <= 8 * 1024 ? body.readableBytes : 0))
        head.writeStaticString("HTTP/1.1 ")
        head.writeString(String(response.status.code))
        head.writeStaticString(" ")
        head.writeString(response.status.reasonPhrase)
        for field in response.headerFields where field.name != .connection { write(field.name.rawName, field.value) }
        // Said once, by whoever knows what else ends the connection.
        isLast = response.headerFields[.connection] == "close"
        write("Date", CurrentDate.text)
        let isBare = response.status == .noContent || response.status == .notModified
        if !isBare, !response.headerFields.contains(.contentLength) {
            write("Content-Length", String(body.readableBytes))
        }
        head.writeStaticString("\r\n")
    }

    /// HTTPTypes lets no line break into a field.
    private mutating func write(_ name: String, _ value: String) {
        head.writeStaticString("\r\n")
        head.writeString(name)
        head.writeStaticString(": ")
        head.writeString(value)
    }
}

/// Takes in the body of an answer, which is ready when it is sent.
private final class Collected: ResponseBodyWriter {
    private(set) var bytes = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws {
        if bytes.readableBytes == 0 { bytes = buffer } else { bytes.writeImmutableBuffer(buffer) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// The Date of answers, written once a second (RFC 9110 6.6.1).
private enum CurrentDate {
    private static let kept = Locked((second: 0, text: ""))

    static var text: String {
        let second = time(nil)
        return kept.withLock { kept in
            if kept.second != second { kept = (second, HTTPDate.text(Instant(microseconds: second * 1_000_000))) }
            return kept.text
        }
    }
}
