import Logging
import NIOCore
import NIOHTTP1

/// How a conversation ends.
extension Conversation {
    /// No request comes after those that came; these are still answered.
    func end(because error: any Error) {
        guard ending == nil else { return }
        ending = error
        end()
    }

    /// What is left to do when no more requests come and all that came were taken.
    func end() {
        guard let ending, !isClosing, waiting.isEmpty else { return }
        guard let current = exchange else {
            return if let error = ending as? HTTPParserError { refuse(error) } else { close() }
        }
        guard !current.isHeard else { return }
        // Whoever reads the body finds out, and that makes the answer.
        isLast = true
        current.body?.end(ending)
        if current.isAnswered { close() }
    }

    /// What came was no HTTP, or more of it than we take.
    func refuse(_ error: HTTPParserError? = nil) {
        guard let context, !isClosing else { return }
        let status = error == .headerOverflow ? "431 Request Header Fields Too Large" : "400 Bad Request"
        logger.info("connection refused", metadata: ["status": "\(status)"])
        let text = "HTTP/1.1 \(status)\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        moved = .now()
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        close()
    }

    /// Lets the client take in all that it was sent, however long that takes as long as it goes on.
    func close() {
        guard let context, !isClosing else { return }
        isClosing = true
        exchange?.body?.end(ChannelError.eof)
        waiting.removeAll()
        if isReadingHeld, !isDeaf { context.read() }
        let own = NIOLoopBound(self, eventLoop: context.eventLoop)
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.whenSuccess { own.value.takeLeave() }
        // An empty write is done when all before it are.
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: sent)
    }

    /// Says that we have said all, and lets the client close; in the end we do.
    private func takeLeave() {
        isDeaf = false
        if isReadingHeld { context?.read() }
        context?.close(mode: .output, promise: nil)
        after(patience.farewell) { $0.context?.close(promise: nil) }
    }
}
