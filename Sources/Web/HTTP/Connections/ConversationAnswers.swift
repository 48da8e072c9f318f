import NIOCore

/// Answers.
extension Conversation {
    func send(_ reply: Reply?) {
        guard let context, !isClosing, let current = exchange else { return }
        guard let reply else { return context.close(promise: nil) }
        moved = .now()
        let wasLast = ending is ChannelError && waiting.isEmpty
        isLast = isLast || wasLast || !current.isHeard || reply.isLast
        var head = reply.head
        head.writeStaticString(isLast ? "Connection: close\r\n\r\n" : "\r\n")
        if reply.body.readableBytes <= Self.small {
            head.writeImmutableBuffer(reply.body)
            context.writeAndFlush(wrapOutboundOut(head), promise: nil)
        } else {
            context.write(wrapOutboundOut(head), promise: nil)
            context.writeAndFlush(wrapOutboundOut(reply.body), promise: nil)
        }
        exchange?.isAnswered = true
        exchange?.reading = nil
        guard !current.isHeard else { return next() }
        if ending != nil { close() } else { watchRest(after: 0, until: .now() + patience.restTime) }
    }

    /// Copying so much costs less than a second piece of memory to write.
    private static let small = 16 * 1024

    /// The exchange is over.
    func next() {
        exchange = nil
        if isLast { return close() }
        takeWaiting()
    }

    func takeWaiting() {
        while !mustWait, let part = waiting.popFirst() { take(part) }
        guard waiting.isEmpty else { return }
        end()
        guard isReadingHeld, !isDeaf else { return }
        isReadingHeld = false
        context?.read()
    }
}
