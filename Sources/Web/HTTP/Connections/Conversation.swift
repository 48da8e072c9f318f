import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// What is said on one connection: one request at a time is answered, and those that come meanwhile wait.
///
/// An answer that is ready before its request has wholly come says that the connection closes. The rest of the request is
/// still taken in for a while and thrown away, since a connection that closes with unread bytes is reset, and the
/// client would never see the answer.
final class Conversation: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How long and how much a connection may wait for its client.
    struct Patience: Sendable {
        /// Without a whole head or a part of a body.
        var idle: TimeAmount
        /// Bytes of a body that are kept for whoever reads it.
        var body: Int
        /// Bytes of a request that was answered already.
        var rest = 64 * 1024 * 1024
        /// How often it is looked whether such a rest still comes, and at least how much of it is to have come.
        var restPace: (time: TimeAmount, bytes: Int) = (.seconds(2), 32 * 1024)
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
    }

    let patience: Patience
    private let logger: Logger
    private let answer: Answering
    var context: ChannelHandlerContext?
    var exchange: Exchange?
    private var waiting = CircularBuffer<HTTPServerRequestPart>()
    private var isReadingHeld = false
    /// Whether no request is taken after the one under way.
    var isLast = false
    /// Whether what came was no HTTP, so that nothing that comes can be read.
    var isBroken = false
    var isClosing = false
    var heard = NIODeadline.now()
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
        heard = .now()
        let part = unwrapInboundIn(data)
        if mustWait || !waiting.isEmpty { waiting.append(part) } else { take(part) }
    }

    /// Whether a request that comes now has to wait: for the answer to the one before it, or for the client to take in
    /// the answers that it has been sent.
    private var mustWait: Bool { exchange.map(\.isHeard) ?? !(context?.channel.isWritable ?? true) }

    /// Nothing more is read while requests wait, so that nobody fills our memory with them, or with answers.
    func read(context: ChannelHandlerContext) {
        isReadingHeld = !waiting.isEmpty
        if !isReadingHeld { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if exchange == nil { takeWaiting() }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        exchange?.body?.end(ChannelError.eof)
        context.fireChannelInactive()
    }
}

/// Requests.
extension Conversation {
    private func take(_ part: HTTPServerRequestPart) {
        guard !isClosing else { return }
        switch part {
        case .head(let head): begin(head)
        case .body(let bytes): takeBody(bytes)
        case .end:
            exchange?.isHeard = true
            exchange?.body?.end(nil)
            if exchange?.isAnswered == true { next() }
        }
    }

    private func begin(_ head: HTTPRequestHead) {
        guard !isLast, let context, let translated = HTTPRequest(head) else { return refuse() }
        let hasBody = head.headers.contains(name: "transfer-encoding") || head.headers.contains(name: "content-length")
        let body = hasBody ? ArrivingBody(keeping: patience.body) : nil
        exchange = Exchange(body: body)
        isLast = !head.isKeepAlive || head.version != .http1_1
        let request = Request(head: translated, body: body?.parts ?? RequestBody(buffer: ByteBuffer()))
        let source = ApplicationRequestContextSource(channel: context.channel, logger: logger)
        let (loop, own) = (context.eventLoop, NIOLoopBound(self, eventLoop: context.eventLoop))
        Task { [answer] in
            let reply = await Reply(to: request, WebContext(source: source), answer)
            loop.execute { own.value.send(reply) }
        }
    }

    private func takeBody(_ bytes: ByteBuffer) {
        guard exchange?.isAnswered == true else {
            exchange?.body?.take(bytes)
            return
        }
        exchange?.rest += bytes.readableBytes
        if (exchange?.rest ?? 0) > patience.rest { close() }
    }
}

/// Answers.
extension Conversation {
    private func send(_ reply: Reply?) {
        guard let context, !isClosing, let current = exchange else { return }
        guard let reply else { return context.close(promise: nil) }
        heard = .now()
        isLast = isLast || !current.isHeard || reply.isLast
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
        if isBroken { close() } else if current.isHeard { next() } else { watchRest(after: 0) }
    }

    /// Copying so much costs less than a second piece of memory to write.
    private static let small = 16 * 1024

    /// The exchange is over.
    private func next() {
        exchange = nil
        if isLast { return close() }
        takeWaiting()
    }

    private func takeWaiting() {
        while !mustWait, let part = waiting.popFirst() { take(part) }
        guard waiting.isEmpty, isReadingHeld else { return }
        isReadingHeld = false
        context?.read()
    }

    /// What came was no HTTP.
    func refuse() {
        guard let context, !isClosing else { return }
        let text = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        close()
    }

    /// Says that we have said all, and lets the client close; in the end we do.
    func close() {
        guard let context, !isClosing else { return }
        isClosing = true
        exchange?.body?.end(ChannelError.eof)
        waiting.removeAll()
        context.close(mode: .output, promise: nil)
        if isReadingHeld { context.read() }
        after(patience.farewell) { $0.context?.close(promise: nil) }
    }
}
