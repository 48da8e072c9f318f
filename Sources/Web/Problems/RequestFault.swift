import HTTPTypes

/// What is wrong with a request as HTTP, before anything of the Domain is asked.
package struct RequestFault: Error, Sendable, Equatable {
    package let code: Code
    /// The parameter or header that is at fault.
    package let field: String?
    /// The methods that the address knows, for `methodNotAllowed`.
    let allow: String?
    /// How many bytes would have been taken, for `tooLarge`.
    let most: Int?
    /// What would have been taken, for `badParameter`.
    let range: Range?

    /// From the least to the most, both included.
    enum Range: Sendable, Equatable {
        case numbers(Int, Int)
        case days(String, String)
    }

    package init(_ code: Code, field: String? = nil) {
        self.init(code, field: field, allow: nil)
    }

    init(_ code: Code, field: String?, allow: String? = nil, most: Int? = nil, range: Range? = nil) {
        self.most = most
        self.range = range
        self.code = code
        self.field = field
        self.allow = allow
    }

    /// A body of more bytes than are taken.
    static func tooLarge(most: Int) -> RequestFault { RequestFault(.tooLarge, field: nil, most: most) }

    /// A file of more bytes than are taken.
    static func tooLargeFile(most: Int) -> RequestFault { RequestFault(.tooLarge, field: "file", most: most) }

    /// The raw value is the problem code.
    package enum Code: String, Sendable, CaseIterable {
        case badHost = "bad_host"
        case badParameter = "bad_parameter"
        case badIdempotencyKey = "bad_idempotency_key"
        case badToken = "bad_token"
        case malformedJSON = "malformed_json"
        case malformedForm = "malformed_form"
        case foreignForm = "foreign_form"
        case methodNotAllowed = "method_not_allowed"
        case tooSlow = "too_slow"
        case tooLarge = "too_large"
        case addressTooLong = "address_too_long"
        case mediaType = "media_type"
        case tooMany = "too_many_requests"
        case methodUnknown = "method_unknown"
    }

    var status: HTTPResponse.Status {
        switch code {
        case .badHost, .badParameter, .badIdempotencyKey, .malformedJSON, .malformedForm: .badRequest
        case .badToken: .unauthorized
        case .foreignForm: .forbidden
        case .methodNotAllowed: .methodNotAllowed
        case .tooSlow: .requestTimeout
        case .tooLarge: .contentTooLarge
        case .addressTooLong: .uriTooLong
        case .mediaType: .unsupportedMediaType
        case .tooMany: .tooManyRequests
        case .methodUnknown: .notImplemented
        }
    }
}
