import Domain

/// The pages of calls.
extension Link {
    static let newCall = "/calls/new"

    static func editCall(_ id: Call.ID) -> String { "\(call(id))/edit" }
    static func publishCall(_ id: Call.ID) -> String { "\(call(id))/publication" }
    static func budget(_ id: Call.ID) -> String { "\(call(id))/budget" }
}
