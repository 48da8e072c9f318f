import HummingbirdCore
import NIOCore

/// The body of a request while it comes. Of a body that is larger than anybody may read only so much is kept that its
/// reader notices.
final class ArrivingBody {
    let parts: RequestBody
    private let source: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
    private var room: Int

    /// `asked` hears when somebody begins to read.
    init(keeping room: Int, asked: (@Sendable () -> Void)? = nil) {
        let (stream, source) = AsyncThrowingStream<ByteBuffer, any Error>.makeStream()
        parts =
            if let asked {
                RequestBody(asyncSequence: Asked(parts: stream, asked: asked))
            } else {
                RequestBody(asyncSequence: stream)
            }
        self.source = source
        self.room = room
    }

    func take(_ bytes: ByteBuffer) {
        guard room >= 0 else { return }
        room -= bytes.readableBytes
        source.yield(bytes)
    }

    /// It has wholly come, or never will.
    func end(_ error: (any Error)?) { source.finish(throwing: error) }
}

/// Parts whose first reader is told of.
private struct Asked: AsyncSequence, Sendable {
    let parts: AsyncThrowingStream<ByteBuffer, any Error>
    let asked: @Sendable () -> Void

    func makeAsyncIterator() -> AsyncThrowingStream<ByteBuffer, any Error>.Iterator {
        asked()
        return parts.makeAsyncIterator()
    }
}
