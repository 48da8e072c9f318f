import Domain

/// The pages of a grant.
extension Link {
    static func grant(_ id: Grant.ID) -> String { "/grants/\(id)" }
    static func acceptance(_ id: Grant.ID) -> String { "\(grant(id))/acceptance" }
    static func refusal(_ id: Grant.ID) -> String { "\(grant(id))/refusal" }
    static func payeeAccount(_ id: Grant.ID) -> String { "\(grant(id))/payee-account" }
    static func payments(_ id: Grant.ID) -> String { "\(grant(id))/payments" }
}

extension Link.API {
    static func terms(_ id: Grant.ID) -> String { "\(grant(id))/terms" }
    static func payments(_ id: Grant.ID) -> String { "\(grant(id))/payments" }
}
