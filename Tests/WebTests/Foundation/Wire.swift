import Glibc
import Hummingbird
import HummingbirdCore
import HummingbirdTesting
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing

@testable import Web

/// A real connection to a real server, on which a test writes whatever bytes it likes.
struct Wire {
    let site: SiteOfTests
    var idle: Duration = .seconds(30)
    /// Other patience than that of the site.
    var patience: Conversation.Patience?
    /// Answers in place of the site.
    var answer: Answering?
    /// How many connections are let in at once.
    var most = 1000

    private var server: HTTPServerBuilder {
        let responder = site.router.buildResponder()
        guard patience != nil || answer != nil else {
            return ConnectionLimits.server(
                idle: idle, bodyLimit: site.settings.bodyLimit(at:), most: most, answering: responder)
        }
        let connections = HTTPConnections(
            patience: patience ?? Conversation.Patience(idle: TimeAmount(idle), body: site.settings.bodyLimit(at:)),
            limits: NIOHTTPDecoderLimitConfiguration(),
            answer: answer ?? { try await responder.respond(to: $0, context: $1) }, most: most)
        return HTTPServerBuilder { _ in connections }
    }

    private var application: some ApplicationProtocol {
        Application(responder: site.router.buildResponder(), server: server, logger: site.logger)
    }

    struct Heard {
        let text: String
        /// How long after the connection was made the server closed it, nil if the test's patience ended first.
        let closedAfter: Duration?

        var statusLine: String { String(text.prefix { $0 != "\r\n" }) }
    }

    /// Sends `parts` with pauses between them, the others only when `hearing` was heard, and listens until the server
    /// closes or `patience` ends.
    func exchange(
        _ parts: [String], pause: Duration = .milliseconds(1), hearing: String = "",
        patience: Duration = .seconds(20)
    ) async throws -> Heard {
        try await application.test(.live) { client in
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
                                repeat { try await Task.sleep(for: pause) } while !heard.all.joined().contains(hearing)
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
        try await application.test(.live) { client in
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

    /// Opens `count` connections one after another, says the same on each, and tells how many were answered while all
    /// stood.
    func crowd(_ count: Int, saying text: String) async throws -> Int {
        try await application.test(.live) { client in try await crowd(count, saying: text, on: #require(client.port)) }
    }

    private func crowd(_ count: Int, saying text: String, on port: Int) async throws -> Int {
        guard count > 0 else { return 0 }
        let connection = try await connect(to: port)
        return try await connection.executeThenClose { inbound, outbound in
            var isAnswered = false
            try await Self.untilClosed {
                try await outbound.write(ByteBuffer(string: text))
                var parts = inbound.makeAsyncIterator()
                isAnswered = try await parts.next() != nil
            }
            return try await crowd(count - 1, saying: text, on: port) + (isAnswered ? 1 : 0)
        }
    }

    /// How a client takes in what it is sent.
    struct Listening {
        var halfCloses = false
        /// Before it reads at all.
        var pause: Duration = .zero
        /// After each part that it read.
        var rest: Duration = .zero
    }

    /// Sends `text` and reads until the server closes, from small buffers.
    func listen(_ text: String, _ listening: Listening) async throws -> [UInt8] {
        try await application.test(.live) { client in
            let connection = try await connect(to: #require(client.port), buffer: 16 * 1024)
            return try await connection.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(string: text))
                if listening.halfCloses { outbound.finish() }
                try await Task.sleep(for: listening.pause)
                var heard: [UInt8] = []
                try await Self.untilClosed {
                    for try await buffer in inbound {
                        heard += buffer.readableBytesView
                        if listening.rest > .zero { try await Task.sleep(for: listening.rest) }
                    }
                }
                return heard
            }
        }
    }

    /// Sends `text`, and resets the connection after a while.
    func reset(after text: String, _ time: Duration) async throws {
        try await application.test(.live) { client in
            let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(host: "localhost", port: #require(client.port)).get()
            try await #require(channel as? any SocketOptionProvider).setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
            try await channel.writeAndFlush(ByteBuffer(string: text))
            try await Task.sleep(for: time)
            try await channel.close()
            try await Task.sleep(for: time)
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

    private func connect(to port: Int, buffer: Int? = nil) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        var bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        if let buffer { bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: buffer) }
        return try await bootstrap.connect(host: "localhost", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel(
                    wrappingChannelSynchronously: channel,
                    configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true))
            }
        }
    }
}
