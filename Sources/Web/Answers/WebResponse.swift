package import Domain
package import HTTPTypes
package import NIOCore

/// An answer, before the service adds what every answer has.
package struct WebResponse: Sendable {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: ByteBuffer
    /// The same body compressed, for those who take it.
    package var gzipped: ByteBuffer?

    package init(_ status: HTTPResponse.Status, headers: HTTPFields = [:], body: ByteBuffer = ByteBuffer()) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension WebResponse {
    /// JSON; `version` becomes the ETag, `location` names what was created.
    package static func json(
        _ status: HTTPResponse.Status = .ok, version: Int? = nil, location: String? = nil,
        _ write: (inout JSONWriter) throws -> Void
    ) rethrows -> WebResponse {
        var json = JSONWriter()
        try write(&json)
        var response = WebResponse(status, body: ByteBuffer(bytes: json.bytes))
        response.headers[.contentType] = "application/json"
        if let version { response.headers[.eTag] = EntityTag.version(version) }
        if let location { response.headers[.location] = location }
        return response
    }

    /// One part of a list: `{"items": […], "page", "limit", "total"}`, with links to its neighbours (RFC 8288). `more`:
    /// what is said of all of it.
    package static func list<Item>(
        _ items: [Item], _ window: PageWindow, total: Int, for request: WebRequest,
        more: (inout JSONWriter) -> Void = { _ in }, _ write: (inout JSONWriter, Item) -> Void
    ) -> WebResponse {
        var response = json {
            $0.object {
                $0.array("items", items, write)
                $0.member("page", window.page)
                $0.member("limit", window.limit)
                $0.member("total", total)
                more(&$0)
            }
        }
        var links: [String] = []
        func add(_ page: Int, _ relation: String) {
            links.append("<\(request.path)?\(request.query.with("page", String(page)))>; rel=\"\(relation)\"")
        }
        if window.offset + items.count < total { add(window.page + 1, "next") }
        if window.page > 1 { add(window.page - 1, "prev") }
        if !links.isEmpty, let name = HTTPField.Name("Link") { response.headers[name] = links.joined(separator: ", ") }
        return response
    }

    /// Done, with nothing to say.
    package static var noContent: WebResponse { WebResponse(.noContent) }

    /// To be fetched with GET from `path` of ours: after every form that did something (303).
    package static func redirect(to path: String) -> WebResponse { WebResponse(.seeOther, headers: [.location: path]) }

    /// Bytes that have been made already. A request that names `tag` or is no older than `changedAt` gets 304.
    package static func bytes(
        _ body: ByteBuffer, contentType: String, tag: String? = nil, changedAt: Instant? = nil,
        cacheControl: String? = nil, gzipped: ByteBuffer? = nil
    ) -> WebResponse {
        var response = WebResponse(.ok, body: body)
        response.headers[.contentType] = contentType
        if let tag { response.headers[.eTag] = "\"\(tag)\"" }
        if let changedAt { response.headers[.lastModified] = HTTPDate.text(changedAt) }
        if let cacheControl { response.headers[.cacheControl] = cacheControl }
        response.gzipped = gzipped
        return response
    }

    /// A cookie that is set with the answer, as `SessionCookie` writes it.
    package mutating func setCookie(_ cookie: String) {
        headers.append(HTTPField(name: .setCookie, value: cookie))
    }

    /// The same answer with a cookie.
    package func settingCookie(_ cookie: String) -> WebResponse {
        var response = self
        response.setCookie(cookie)
        return response
    }
}
