import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// The addresses to which files are sent: larger bodies are read there, and nowhere else.
enum FileAddress {
    static func isOne(_ address: some StringProtocol) -> Bool {
        address.prefix { $0 != "?" }.hasSuffix("/attachments")
    }
}

extension WebSettings {
    /// Bytes of a body that are read at most. A form with a file that is too large is read on for a while, and its file
    /// dropped, so that its page can come back and say so.
    @Sendable package func bodyLimit(at address: String) -> Int {
        FileAddress.isOne(address) ? bodyLimit + 3 * fileLimit : bodyLimit
    }
}

/// Reads bodies with a file in them while they come.
enum FileReader {
    /// A form with a file.
    static func form(
        _ request: Request, boundary: String, settings: WebSettings
    ) async throws -> (fields: FormFields, file: UploadedFile?) {
        let limit = settings.bodyLimit(at: request.uri.path)
        let fileLimit = settings.fileLimit
        return try await read(request, limit: limit, settings) { parts in
            var reader = MultipartReader(boundary: boundary, fileLimit: fileLimit)
            do {
                try await parts.forEach { bytes in try reader.take(bytes) }
                try reader.finish()
            } catch is MultipartReader.Malformed {
                throw RequestFault(.malformedForm)
            }
            return (FormFields(reader.fields), reader.file)
        }
    }

    /// A body that is a file.
    static func whole(_ request: Request, settings: WebSettings) async throws -> FileContent {
        try await read(request, limit: settings.fileLimit, settings) { parts in
            var content = FileContent()
            try await parts.forEach { bytes in content.append(Array(bytes.readableBytesView)[...]) }
            return content
        }
    }

    private static func read<Value: Sendable>(
        _ request: Request, limit: Int, _ settings: WebSettings,
        _ work: @escaping @Sendable (LimitedParts) async throws -> Value
    ) async throws -> Value {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw RequestFault.tooLargeFile(most: settings.fileLimit)
        }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await work(LimitedParts(body: request.body, limit: limit, fileLimit: settings.fileLimit))
            }
            group.addTask {
                try await Task.sleep(for: settings.fileTimeout)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw RequestFault(.tooSlow) }
            return value
        }
    }
}

/// The parts of a body, as long as they are not too many.
private struct LimitedParts {
    let body: RequestBody
    let limit: Int
    /// What a person is told: that of the file.
    let fileLimit: Int

    func forEach(_ take: (ByteBuffer) throws -> Void) async throws {
        var count = 0
        var parts = body.makeAsyncIterator()
        while let bytes = try await next(&parts) {
            count += bytes.readableBytes
            guard count <= limit else { throw RequestFault.tooLargeFile(most: fileLimit) }
            try take(bytes)
        }
    }

    private func next(_ parts: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
        do {
            return try await parts.next()
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            throw BrokenBody(reason: error)
        }
    }
}

extension MediaTypes {
    /// The boundary of a form with files (RFC 2046 5.1.1); nil where the body is none.
    static func boundary(_ contentType: String?) -> String? {
        let parts = (contentType ?? "").split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
        guard parts.count == 2, parts[0].lowercased() == "multipart/form-data",
            parts[1].lowercased().hasPrefix("boundary=")
        else { return nil }
        let boundary = parts[1].dropFirst("boundary=".count)
        let isPlain = boundary.utf8.allSatisfy { (0x21...0x7E) ~= $0 && $0 != 0x22 }
        return isPlain && (1...70).contains(boundary.utf8.count) ? String(boundary) : nil
    }
}
