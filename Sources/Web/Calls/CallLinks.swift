import Domain

/// The pages of calls.
extension Link {
    static let newCall = "/calls/new"

    static func editCall(_ id: Call.ID) -> String { "\(call(id))/edit" }
    static func publishCall(_ id: Call.ID) -> String { "\(call(id))/publication" }
    /// The money of all calls.
    static let budgetBoard = "/desk/budgets"

    static func copies(of id: Call.ID) -> String { "\(call(id))/copies" }
    static func questions(_ id: Call.ID) -> String { "\(call(id))/questions" }
    static func newQuestion(_ id: Call.ID) -> String { "\(questions(id))/new" }
    static func question(_ id: Question.ID, of call: Call.ID) -> String { "\(questions(call))/\(id)" }
    static func budget(_ id: Call.ID) -> String { "\(call(id))/budget" }
}

extension Link.API {
    static let callBudgets = "\(root)/call-budgets"

    static func copies(of call: Call.ID) -> String { "\(calls)/\(call)/copies" }
    static func questions(_ call: Call.ID) -> String { "\(calls)/\(call)/questions" }
}
