import Domain
import Store

/// What the rule said in a case.
extension Link {
    static func evaluations(_ id: GrantApplication.ID) -> String { "\(application(id))/rule" }
    static func evaluation(_ number: StoredEvaluation.Number, of id: GrantApplication.ID) -> String {
        "\(evaluations(id))/\(number)"
    }
}

extension Link.API {
    static func evaluations(_ id: GrantApplication.ID) -> String { "\(rule(id))/evaluations" }
    static func evaluation(_ number: StoredEvaluation.Number, of id: GrantApplication.ID) -> String {
        "\(evaluations(id))/\(number)"
    }
}
