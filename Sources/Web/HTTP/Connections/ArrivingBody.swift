import HummingbirdCore
import NIOCore

/// The body of a request while it comes. Of a body that is larger than anybody may read only so much is kept that its
/// reader notices.
final class ArrivingBody {
    let parts: RequestBody
    private let source: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
    private var room: Int

    init(keeping room: Int) {
        let (stream, source) = AsyncThrowingStream<ByteBuffer, any Error>.makeStream()
        parts = RequestBody(asyncSequence: stream)
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
