import Crypto
import Operations
import HTTPTypes

/// Proves that a form was filled in on a page of ours, by a person who saw it (OWASP: CSRF).
package enum FormToken {
    /// The hidden field that every form of ours carries.
    package static let field = "csrf"
    /// The hidden field by which a form that is sent twice is known again.
    package static let onceField = "once"

    /// Derived from the session, so nothing needs to be kept, and no other site can know it.
    static func text(for session: Secret) -> String {
        let key = SymmetricKey(data: Array(session.text.utf8))
        return Base64URL.encode(HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: key))
    }

    /// Refuses a form that another site sent.
    static func check(_ request: WebRequest, _ fields: FormFields) throws(RequestFault) {
        let isOurs = try checkOrigin(request)
        guard let session = request.session else {
            // Without a session there is no secret to derive a token from: the browser must say where the form stood.
            guard isOurs else { throw RequestFault(.foreignForm) }
            return
        }
        let sent = fields.values(field)
        guard sent.count == 1, let token = sent.first, isEqual(token, text(for: session)) else {
            throw RequestFault(.foreignForm)
        }
    }

    /// Whether the browser said that the form stood on a page of ours. Throws if it said another place.
    private static func checkOrigin(_ request: WebRequest) throws(RequestFault) -> Bool {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        if let site, site != "same-origin" { throw RequestFault(.foreignForm) }
        guard let origin = request.headers[.origin] else { return site != nil }
        guard request.settings.isOwn(origin: origin) else { throw RequestFault(.foreignForm) }
        return true
    }

    /// Whether a form stood on a page of ours, as far as the browser says.
    static func comesFromHere(_ request: WebRequest) -> Bool {
        do { return try checkOrigin(request) } catch { return false }
    }

    /// Takes the same time wherever the two differ.
    static func isEqual(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }
}

extension WebSettings {
    /// Whether `origin` is one of the addresses at which we are reached.
    func isOwn(origin: String) -> Bool {
        let origin = origin.lowercased()
        return hosts.contains { origin == "\(isSecure ? "https" : "http")://\($0)" }
    }
}
