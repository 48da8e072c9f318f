import HTTPTypes

/// The headers that every answer has. What an answer says itself stays: an embedded list may allow frames.
struct SecurityHeaders: Sendable {
    private let fields: [HTTPField]

    init(isSecure: Bool) {
        var all = [
            // No script and no style but our files, nothing from elsewhere.
            "Content-Security-Policy":
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
            // Forms of ours still say their Origin; other sites learn nothing of our addresses.
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Frame-Options": "DENY",
        ]
        if isSecure { all["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains" }
        fields = all.sorted { $0.key < $1.key }.compactMap { pair in
            HTTPField.Name(pair.key).map { HTTPField(name: $0, value: pair.value) }
        }
    }

    func add(to headers: inout HTTPFields) {
        headers.reserveCapacity(headers.count + fields.count + Self.others)
        // Made once, and appended rather than set, which would look for each of them twice.
        for field in fields where !headers.contains(field.name) { headers.append(field) }
    }

    /// The fields that are still to come: X-Request-Id and Date.
    private static let others = 2
}
