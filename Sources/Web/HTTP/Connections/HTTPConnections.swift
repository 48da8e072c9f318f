import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import Postgres

/// Answers one request; throws only where the request was broken while its body came.
typealias Answering = @Sendable (Request, WebContext) async throws -> Response

/// A connection that was not let in.
struct TooManyConnections: Error {
    let most: Int
}

/// Connections of HTTP/1.1, each served by a `Conversation`.
///
/// Hummingbird's own hand each part of a message to a task and back and translate each head twice, with Foundation's
/// `URLComponents`: half of what an answer costs.
struct HTTPConnections: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        let channel: any Channel
    }

    let patience: Conversation.Patience
    let limits: NIOHTTPDecoderLimitConfiguration
    let answer: Answering
    /// How many may stand at once: each costs a file and some memory. One more is closed before it has said anything.
    let most: Int
    private let standing = Locked(0)

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let count = standing.withLock { count in
            count += 1
            return count
        }
        channel.closeFuture.whenComplete { [standing] _ in standing.withLock { $0 -= 1 } }
        return channel.eventLoop.makeCompletedFuture {
            guard count <= most else {
                channel.close(promise: nil)
                throw TooManyConnections(most: most)
            }
            let decoder = HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: limits)
            try channel.pipeline.syncOperations.addHandlers([
                ByteToMessageHandler(decoder), Conversation(patience, logger: logger, answer: answer),
            ])
            return Value(channel: channel)
        }
    }

    /// The conversation goes on by itself; here it is only waited for.
    func handle(value: Value, logger: Logger) async {
        do {
            try await withTaskCancellationHandler {
                try await value.channel.closeFuture.get()
            } onCancel: {
                value.channel.close(promise: nil)
            }
        } catch {
            logger.debug("connection did not close well", metadata: ["error": "\(error)"])
        }
    }
}
