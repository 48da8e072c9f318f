import Domain
import Postgres
import Store

extension Querying {
    /// The cases of which something that the rule once said does not come out again: of the very inputs that are kept, by
    /// the Domain's rule and by the one in SQL. Either somebody has changed what is kept, or one of the two is not the rule.
    func evaluationsThatCannotBeRepeated() async throws -> [BrokenInvariant] {
        var differing: [GrantApplication.ID: [String]] = [:]
        for page in try await evaluationsToRepeat().pages {
            let inSQL = try await evaluationsThatDifferInSQL(among: page)
            for (application, evaluation) in try await evaluations(page) {
                let by = [
                    try evaluation.isRepeatable ? nil : "Domain", inSQL.contains(evaluation.number) ? "SQL" : nil,
                ]
                .compactMap { $0 }
                guard !by.isEmpty else { continue }
                differing[application, default: []]
                    .append("\(evaluation.number) by \(by.joined(separator: " and "))")
            }
        }
        return differing.map { application, told in
            BrokenInvariant(
                invariant: "rule_evaluation_is_repeatable", subjectID: application.rawValue,
                detail: "evaluations that come out otherwise: \(told.joined(separator: ", "))")
        }
    }
}
