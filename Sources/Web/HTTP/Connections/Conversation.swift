import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// What is said on one connection: one request at a time is answered, and those that come meanwhile wait.
///
/// An answer that is ready before its request has wholly come says that the connection closes. The rest of the request
/// is still taken in for a while and thrown away, since a connection that closes with unread bytes is reset, and the
/// client would never see the answer.
final class Conversation: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How long and how much a connection may wait for its client.
    struct Patience: Sendable {
        /// While nothing comes that we wait for, and nothing goes that we send.
        var idle: TimeAmount
        /// While an answer goes out and none of it does. The kernel takes it in pieces of up to a megabyte, which a
        /// slow client needs long for.
        var stalled = TimeAmount.minutes(2)
        /// Bytes of a body that are kept for whoever reads it, at an address.
        var body: @Sendable (_ address: String) -> Int
        /// Bytes of a request that was answered already.
        var rest = 64 * 1024 * 1024
        /// How often it is looked whether such a rest still comes, and at least how much of it is to have come.
        var restPace: (time: TimeAmount, bytes: Int) = (.seconds(2), 32 * 1024)
        /// How long such a rest may come at all.
        var restTime = TimeAmount.seconds(30)
        /// For the client to close when we have.
        var farewell = TimeAmount.seconds(1)
    }

    /// A request and its answer.
    struct Exchange {
        let body: ArrivingBody?
        /// Whether the request has wholly come.
        var isHeard = false
        var isAnswered = false
        /// Bytes of it that came after the answer.
        var rest = 0
        /// Whether the client sends the body only when it is told to (RFC 9110 10.1.1).
        var waitsToGoOn = false
        /// Makes an answer that nobody needs when the client has gone. What writes goes on: its outcome must be
        /// certain.
        var reading: Task<Void, Never>?
    }

    let patience: Patience
    let logger: Logger
    private let answer: Answering
    var context: ChannelHandlerContext?
    var exchange: Exchange?
    var waiting = CircularBuffer<HTTPServerRequestPart>()
    var isReadingHeld = false
    /// Whether no request is taken after the one under way.
    var isLast = false
    /// Whether the parser has stopped, since what follows might be another protocol, which we never speak.
    var isDeaf = false
    /// Why no more requests come: the client has said all, or what it said was no HTTP.
    var ending: (any Error)?
    var isClosing = false
    /// When something last came or went.
    var moved = NIODeadline.now()
    /// Bytes that had not gone when it was last looked.
    var unsent = 0
    var watching: Scheduled<Void>?

    init(_ patience: Patience, logger: Logger, answer: @escaping Answering) {
        self.patience = patience
        self.logger = logger
        self.answer = answer
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        watch(in: patience.idle)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        watching?.cancel()
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        moved = .now()
        let part = unwrapInboundIn(data)
        if mustWait || !waiting.isEmpty { waiting.append(part) } else { take(part) }
    }

    /// Whether a request that comes now has to wait: for the answer to the one before it, or for the client to take in
    /// the answers that it has been sent.
    var mustWait: Bool { exchange.map(\.isHeard) ?? !(context?.channel.isWritable ?? true) }

    /// Nothing more is read while requests wait, so that nobody fills our memory with them, or with answers.
    func read(context: ChannelHandlerContext) {
        isReadingHeld = !waiting.isEmpty || isDeaf
        if !isReadingHeld { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        moved = .now()
        if exchange == nil { takeWaiting() }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        exchange?.body?.end(ChannelError.eof)
        exchange?.reading?.cancel()
        context.fireChannelInactive()
    }
}

/// Requests.
extension Conversation {
    func take(_ part: HTTPServerRequestPart) {
        guard !isClosing else { return }
        switch part {
        case .head(let head): begin(head)
        case .body(let bytes): takeBody(bytes)
        case .end:
            exchange?.isHeard = true
            exchange?.waitsToGoOn = false
            exchange?.body?.end(nil)
            if exchange?.isAnswered == true { next() }
        }
    }

    private func begin(_ head: HTTPRequestHead) {
        guard !isLast, let context, let translated = HTTPRequest(head) else { return refuse() }
        let own = NIOLoopBound(self, eventLoop: context.eventLoop)
        exchange = exchange(of: head, own)
        isDeaf = head.method == .CONNECT || head.headers.contains(name: "upgrade")
        isLast = isDeaf || !head.isKeepAlive || head.version != .http1_1
        let request = Request(head: translated, body: exchange?.body?.parts ?? RequestBody(buffer: ByteBuffer()))
        let source = ApplicationRequestContextSource(channel: context.channel, logger: logger)
        let loop = context.eventLoop
        let task = Task { [answer] in
            let reply = await Reply(to: request, WebContext(source: source), answer)
            loop.execute { own.value.send(reply) }
        }
        if head.method == .GET || head.method == .HEAD { exchange?.reading = task }
    }

    private func exchange(of head: HTTPRequestHead, _ own: NIOLoopBound<Conversation>) -> Exchange {
        let hasBody = head.headers.contains(name: "transfer-encoding") || head.headers.contains(name: "content-length")
        guard hasBody else { return Exchange(body: nil) }
        let waits = head.version == .http1_1 && head.headers["expect"].contains { $0.lowercased() == "100-continue" }
        let room = patience.body(head.uri)
        guard waits else { return Exchange(body: ArrivingBody(keeping: room)) }
        let loop = own.eventLoop
        let body = ArrivingBody(keeping: room) { loop.execute { own.value.goOn() } }
        return Exchange(body: body, waitsToGoOn: true)
    }

    /// The body is wanted, and was not sent yet.
    private func goOn() {
        guard let context, !isClosing, let current = exchange, current.waitsToGoOn, !current.isAnswered else { return }
        exchange?.waitsToGoOn = false
        moved = .now()
        context.writeAndFlush(
            wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
    }

    private func takeBody(_ bytes: ByteBuffer) {
        guard exchange?.isAnswered == true else {
            exchange?.waitsToGoOn = false
            exchange?.body?.take(bytes)
            return
        }
        exchange?.rest += bytes.readableBytes
        if (exchange?.rest ?? 0) > patience.rest { close() }
    }
}
