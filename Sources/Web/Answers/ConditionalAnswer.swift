import HTTPTypes
import NIOCore

extension WebResponse {
    /// What is really sent: 304 where the client has it already (RFC 9110 13.2.2), and compressed bytes where there are
    /// some and the client takes them.
    func negotiated(for request: WebRequest) -> WebResponse {
        guard status == .ok, request.method == .get || request.method == .head else { return self }
        var response = self
        if gzipped != nil { response.vary("Accept-Encoding") }
        if let gzipped, Self.takesGzip(request.headers[.acceptEncoding]) {
            response.body = gzipped
            response.headers[.contentEncoding] = "gzip"
            // A strong tag names these bytes and no others (RFC 9110 8.8.3.3).
            if let tag = headers[.eTag] { response.headers[.eTag] = "\(tag.dropLast())-gzip\"" }
        }
        guard response.isKnown(to: request) else { return response }
        response.status = .notModified
        response.body = ByteBuffer()
        response.headers[.contentType] = nil
        response.headers[.contentEncoding] = nil
        return response
    }

    private func isKnown(to request: WebRequest) -> Bool {
        if let field = request.headers[.ifNoneMatch] {
            return headers[.eTag].map { EntityTag.isNamed($0, in: field) } ?? false
        }
        guard let since = request.headers[.ifModifiedSince].flatMap(HTTPDate.read),
            let changed = headers[.lastModified].flatMap(HTTPDate.read)
        else { return false }
        return changed <= since
    }

    mutating func vary(_ name: String) {
        headers[.vary] = headers[.vary].map { "\($0), \(name)" } ?? name
    }

    private static func takesGzip(_ field: String?) -> Bool {
        (field ?? "").lowercased().split(separator: ",").contains { coding in
            let parts = coding.filter { $0 != " " }.split(separator: ";")
            guard parts.first == "gzip" || parts.first == "*" else { return false }
            return !parts.dropFirst().contains { $0 == "q=0" || $0.hasPrefix("q=0.000") || $0 == "q=0.0" }
        }
    }
}
