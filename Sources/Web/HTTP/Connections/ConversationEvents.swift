import NIOCore
import NIOHTTP1

/// What happens beside requests.
extension Conversation {
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError else { return context.close(promise: nil) }
        isLast = true
        isBroken = true
        guard let current = exchange else { return refuse() }
        // Whoever reads the body finds out, and that makes the answer.
        if !current.isHeard { current.body?.end(error) }
        if current.isAnswered { close() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            isLast = true
            if let current = exchange, current.isHeard, !current.isAnswered { return }
            context.close(promise: nil)
        case is ChannelShouldQuiesceEvent:
            isLast = true
            if exchange == nil { close() }
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    /// Closes when the client has been silent too long. While it waits for us it may be.
    func watch(in time: TimeAmount) {
        watching = after(time) { own in
            let isOurTurn = own.exchange.map { $0.isHeard && !$0.isAnswered } ?? false
            let left = own.heard + own.patience.idle - .now()
            if isOurTurn { return own.watch(in: own.patience.idle) }
            if left <= .nanoseconds(0) { own.context?.close(promise: nil) } else { own.watch(in: left) }
        }
    }

    /// Closes when the rest of an answered request comes too slowly.
    func watchRest(after bytes: Int) {
        after(patience.restPace.time) { own in
            guard let current = own.exchange, current.isAnswered, !current.isHeard else { return }
            guard current.rest - bytes >= own.patience.restPace.bytes else { return own.close() }
            own.watchRest(after: current.rest)
        }
    }

    @discardableResult
    func after(_ time: TimeAmount, _ work: @escaping @Sendable (Conversation) -> Void) -> Scheduled<Void>? {
        guard let context else { return nil }
        let own = NIOLoopBound(self, eventLoop: context.eventLoop)
        return context.eventLoop.scheduleTask(in: time) { work(own.value) }
    }
}
