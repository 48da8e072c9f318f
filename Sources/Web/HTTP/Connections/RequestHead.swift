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
        self.init(
            method: method, scheme: "http", authority: host, path: Self.path(of: head.uri), headerFields: fields)
    }

    /// The target of a request to a proxy begins with scheme and host, and every server has to take that (RFC 9112 3.2.2).
    private static func path(of target: String) -> String {
        guard target.utf8.first != UInt8(ascii: "/"), let scheme = target.firstRange(of: "://") else { return target }
        let rest = target[scheme.upperBound...]
        guard let start = rest.firstIndex(where: { $0 == "/" || $0 == "?" }) else { return "/" }
        return rest[start] == "/" ? String(rest[start...]) : "/" + rest[start...]
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
