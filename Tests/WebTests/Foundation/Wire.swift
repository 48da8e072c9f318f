import Glibc
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOPosix
import Testing

@testable import Web

/// A real connection to a real server, on which a test writes whatever bytes it likes.
struct Wire {
    let site: SiteOfTests
    var idle: Duration = .seconds(30)

    struct Heard {
        let text: String
        /// How long after the connection was made the server closed it, nil if the test's patience ended first.
        let closedAfter: Duration?

        var statusLine: String { String(text.prefix { $0 != "\r\n" }) }
    }

    /// Sends `parts` with pauses between them and listens until the server closes or `patience` ends.
    func exchange(
        _ parts: [String], pause: Duration = .milliseconds(1), patience: Duration = .seconds(1)
    ) async throws -> Heard {
        let responder = site.router.buildResponder()
        let server = Application(
            responder: responder,
            server: ConnectionLimits.server(idle: idle, bodyLimit: site.settings.bodyLimit, answering: responder),
            logger: site.logger)
        return try await server.test(.live) { client in
            let connection = try await connect(to: #require(client.port))
            return try await connection.executeThenClose { inbound, outbound in
                try await withThrowingTaskGroup(of: Duration?.self) { group in
                    let began = ContinuousClock.now
                    let heard = LinesOfLog()
                    group.addTask {
                        try await Self.untilClosed {
                            for try await buffer in inbound { heard.add(String(buffer: buffer)) }
                        }
                        return ContinuousClock.now - began
                    }
                    group.addTask {
                        try await Self.untilClosed {
                            for part in parts {
                                try await outbound.write(ByteBuffer(string: part))
                                try await Task.sleep(for: pause)
                            }
                        }
                        try await Task.sleep(for: patience)
                        return nil
                    }
                    let closedAfter = try await group.next() ?? nil
                    group.cancelAll()
                    return Heard(text: heard.all.joined(), closedAfter: closedAfter)
                }
            }
        }
    }

    /// Writes `text` up to so many times without reading, and tells how often it was taken within a second.
    func write(_ text: String, times: Int) async throws -> Int {
        let responder = site.router.buildResponder()
        let server = Application(
            responder: responder,
            server: ConnectionLimits.server(idle: idle, bodyLimit: site.settings.bodyLimit, answering: responder),
            logger: site.logger)
        return try await server.test(.live) { client in
            let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .channelOption(.autoRead, value: false)
                .connect(host: "localhost", port: #require(client.port)).get()
            let taken = LinesOfLog()
            for _ in 0..<times {
                channel.writeAndFlush(ByteBuffer(string: text)).whenSuccess { taken.add("") }
            }
            try await Task.sleep(for: .seconds(1))
            try await channel.close()
            return taken.all.count
        }
    }

    /// A server that closes while we still write resets the connection, which is closing too.
    private static func untilClosed(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let error as IOError where error.errnoCode == ECONNRESET || error.errnoCode == EPIPE {
            return
        } catch ChannelError.ioOnClosedChannel {
            return
        }
    }

    private func connect(to port: Int) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(host: "localhost", port: port) {
            channel in
            channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
        }
    }
}
