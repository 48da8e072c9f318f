import HTTPTypes
import NIOHTTP1

extension HTTPRequest {
    /// A head as SwiftNIO parsed it; nil for a method that is no token. The first Host becomes the authority.
    init?(_ head: HTTPRequestHead) {
        guard let method = Method(head.method) else { return nil }
        var host: String?
        var fields = HTTPFields()
        fields.reserveCapacity(head.headers.count + 12)
        for (name, value) in head.headers {
            if host == nil, name.utf8.count == 4, name.lowercased() == "host" {
                host = value
            } else if let name = HTTPField.Name(name) {
                fields.append(HTTPField(name: name, value: value))
            }
        }
        let target = Self.target(of: head.uri)
        self.init(
            method: method, scheme: "http", authority: host.map { target.authority ?? $0 }, path: target.path,
            headerFields: fields)
    }

    /// The target of a request to a proxy begins with scheme and host; every server has to take that, and to believe
    /// this host and not the field (RFC 9112 3.2.2).
    private static func target(of text: String) -> (authority: String?, path: String) {
        guard text.utf8.first != UInt8(ascii: "/"), let scheme = text.firstRange(of: "://") else { return (nil, text) }
        let rest = text[scheme.upperBound...]
        guard let start = rest.firstIndex(where: { $0 == "/" || $0 == "?" }) else { return (String(rest), "/") }
        let path = rest[start...]
        return (String(rest[..<start]), path.first == "/" ? String(path) : "/" + path)
    }
}

extension HTTPRequest.Method {
    fileprivate init?(_ method: HTTPMethod) {
        switch method {
        case .GET: self = .get
        case .HEAD: self = .head
        case .POST: self = .post
        case .PUT: self = .put
        case .PATCH: self = .patch
        case .DELETE: self = .delete
        default: self.init(method.rawValue)
        }
    }
}
