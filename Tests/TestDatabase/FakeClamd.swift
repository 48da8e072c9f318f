import NIOCore
import NIOPosix

/// A server that speaks clamd's INSTREAM over a true socket: it takes in the whole stream, and calls infected what
/// holds the word EICAR.
package struct FakeClamd: Sendable {
    private let channel: any Channel
    package var port: Int { channel.localAddress?.port ?? 0 }

    /// Listens on a port of its own, or at the path of a socket.
    package static func listening(at path: String? = nil) async throws -> FakeClamd {
        let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Stream())
                }
            }
        let channel =
            if let path {
                try await bootstrap.bind(unixDomainSocketPath: path).get()
            } else {
                try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
            }
        return FakeClamd(channel: channel)
    }

    package func stop() async throws { try await channel.close() }

    /// One conversation.
    private final class Stream: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private var came = ByteBuffer()
        private var hasCommand = false
        private var stream: [UInt8] = []

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            came.writeImmutableBuffer(unwrapInboundIn(data))
            if !hasCommand {
                guard came.readableBytes >= 10 else { return }
                guard came.readString(length: 10) == "zINSTREAM\0" else { return say("UNKNOWN COMMAND", context) }
                hasCommand = true
            }
            while let length = came.getInteger(at: came.readerIndex, as: UInt32.self) {
                if length == 0 { return say(verdict, context) }
                guard came.readableBytes >= 4 + Int(length) else { return }
                came.moveReaderIndex(forwardBy: 4)
                stream += came.readBytes(length: Int(length)) ?? []
            }
        }

        private var verdict: String {
            String(decoding: stream, as: UTF8.self).contains("EICAR") ? "stream: Eicar-Signature FOUND" : "stream: OK"
        }

        private func say(_ text: String, _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text + "\0")), promise: nil)
        }
    }
}
