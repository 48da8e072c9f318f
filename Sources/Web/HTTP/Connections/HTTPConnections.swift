import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Answers one request; throws only where the request was broken while its body came.
typealias Answering = @Sendable (Request, WebContext) async throws -> Response

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

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
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
