import NIOCore
import NIOHTTP1

/// What happens beside requests.
extension Conversation {
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // More came after what was no HTTP.
        if ending != nil, error is ByteToMessageDecoderError { return }
        guard error is HTTPParserError else { return context.close(promise: nil) }
        end(because: error)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            // It may have shut its sending side alone and still listen.
            end(because: ChannelError.eof)
        case is ChannelShouldQuiesceEvent:
            isLast = true
            if exchange == nil { close() }
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    /// Closes when too long nothing came and nothing went. While the client waits for us it may be silent.
    func watch(in time: TimeAmount) {
        watching = after(time) { own in
            own.lookWhatWent()
            let isOurTurn = own.exchange.map { $0.isHeard && !$0.isAnswered } ?? false
            let patience = own.unsent == 0 ? own.patience.idle : own.patience.stalled
            let left = own.moved + patience - .now()
            if isOurTurn { return own.watch(in: own.patience.idle) }
            guard left > .nanoseconds(0) else { return own.context?.close(promise: nil) ?? () }
            own.watch(in: own.unsent == 0 ? left : min(left, .nanoseconds(own.patience.idle.nanoseconds / 4)))
        }
    }

    /// SwiftNIO tells when a write is done; how far it has come has to be asked.
    private func lookWhatWent() {
        do {
            let left = try context?.channel.syncOptions?.getOption(.bufferedWritableBytes) ?? 0
            if left != unsent { moved = .now() }
            unsent = left
        } catch {
            // Asked of a channel that has closed.
            unsent = 0
        }
    }

    /// Closes when the rest of an answered request comes too slowly, or too long.
    func watchRest(after bytes: Int, until deadline: NIODeadline) {
        after(min(patience.restPace.time, deadline - .now())) { own in
            guard let current = own.exchange, current.isAnswered, !current.isHeard else { return }
            let isSlow = current.rest - bytes < own.patience.restPace.bytes
            if isSlow || deadline <= .now() { return own.close() }
            own.watchRest(after: current.rest, until: deadline)
        }
    }

    @discardableResult
    func after(_ time: TimeAmount, _ work: @escaping @Sendable (Conversation) -> Void) -> Scheduled<Void>? {
        guard let context else { return nil }
        let own = NIOLoopBound(self, eventLoop: context.eventLoop)
        return context.eventLoop.scheduleTask(in: time) { work(own.value) }
    }
}
