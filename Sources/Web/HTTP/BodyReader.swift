import HTTPTypes
import Hummingbird
import NIOCore

/// The body came in a shape that HTTP does not know, or stopped in the middle.
struct BrokenBody: Error {
    let reason: any Error
}

/// Reads whole bodies, as long as they are not too large and not too slow.
enum BodyReader {
    static func read(_ request: Request, settings: WebSettings) async throws -> ByteBuffer {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }) {
            guard length <= settings.bodyLimit else { throw RequestFault.tooLarge(most: settings.bodyLimit) }
            if length == 0 { return ByteBuffer() }
        } else if request.headers[.transferEncoding] == nil {
            return ByteBuffer()
        }
        return try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
            group.addTask { try await collect(request, upTo: settings.bodyLimit) }
            group.addTask {
                // A client that sends a byte now and then is never idle, so the whole body has a deadline.
                try await Task.sleep(for: settings.bodyTimeout)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let body = first else { throw RequestFault(.tooSlow) }
            return body
        }
    }

    private static func collect(_ request: Request, upTo limit: Int) async throws -> ByteBuffer {
        do {
            return try await request.body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw RequestFault.tooLarge(most: limit)
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            throw BrokenBody(reason: error)
        }
    }
}
