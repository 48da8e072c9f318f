package import Hummingbird
package import HummingbirdCore
import NIOCore
import NIOHTTP1

/// What a connection may cost before a request of it is read:
/// `Application(responder:, server: ConnectionLimits.server(answering: responder))`.
package enum ConnectionLimits {
    /// How many threads read and write connections: half of the cores, since twice as much work is done elsewhere, and
    /// few threads that are awake cost less than many that are woken. To be called before anything is served.
    package static func setThreads() {
        NIOSingletons.groupLoopCountSuggestion = max(1, System.coreCount / 2)
    }

    /// HTTP/1.1 that closes a connection on which for `idle` no whole head and no part of a body has come, and
    /// that lets in no more than `most` connections at once.
    package static func server(
        idle: Duration = .seconds(30), bodyLimit: @escaping @Sendable (String) -> Int = { _ in 256 * 1024 },
        most: Int = 8192,
        answering responder: some HTTPResponder<WebContext>
    ) -> HTTPServerBuilder {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 16 * 1024
        limits.maxHeaderListSize = 32 * 1024
        limits.maxHeaderFieldCount = 100
        let connections = HTTPConnections(
            patience: Conversation.Patience(idle: TimeAmount(idle), body: bodyLimit), limits: limits,
            answer: { try await responder.respond(to: $0, context: $1) }, most: most)
        return HTTPServerBuilder { _ in connections }
    }
}
