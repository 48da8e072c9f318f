package import Operations
package import HTTPTypes

/// The cookie that keeps somebody logged in. Over https its name begins with `__Host-`: no other host and no
/// unprotected page can set it (RFC 6265bis 4.1.3.2).
package struct SessionCookie: Sendable {
    let isSecure: Bool

    package init(_ settings: WebSettings) { isSecure = settings.isSecure }

    package var name: String { isSecure ? "__Host-session" : "session" }

    /// The value of Set-Cookie that logs in for `seconds`.
    package func set(_ secret: Secret, seconds: Int) -> String {
        "\(name)=\(secret.text); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(seconds)\(isSecure ? "; Secure" : "")"
    }

    /// The value of Set-Cookie that logs out.
    package var clear: String {
        "\(name)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0\(isSecure ? "; Secure" : "")"
    }

    /// The secret that a request shows.
    package func secret(in headers: HTTPFields) -> Secret? { Cookies.value(name, in: headers).flatMap(Secret.init) }
}

/// The cookies of a request (RFC 6265 5.4).
enum Cookies {
    static func value(_ name: String, in headers: HTTPFields) -> String? {
        for field in headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2, parts[0].filter({ $0 != " " }) == name { return String(parts[1]) }
            }
        }
        return nil
    }
}
