import Domain
import Postgres
import Store

/// How much of what is kept of the rule a sweep asks again.
package enum SweepReach: Sendable {
    /// What is new since the last sweep, what an open alarm is about, and the next part of the rest: of so many at
    /// least.
    case part(atLeast: Int)
    case everything
}

/// The evaluations that a sweep asks again, and how far the sweeps have come by that.
struct EvaluationsToRepeat: Sendable {
    let numbers: [StoredEvaluation.Number]
    let reached: [PartedChore: Int]
}

extension Querying {
    /// What a sweep asks again. Everything that is kept comes round once in `Schedule.sweepsInARound`, as long as what
    /// is kept does not change past the service; what is new comes at once, since no round has met it.
    func evaluationsToRepeat(_ reach: SweepReach) async throws -> EvaluationsToRepeat {
        let newest = try await newestEvaluation()
        guard case .part(let least) = reach else {
            return EvaluationsToRepeat(
                numbers: try await evaluationsToRepeat(after: 0), reached: [.newEvaluations: newest])
        }
        // A number may be given before another and committed after it: the last page is asked once more.
        let asked = max(0, try await reached(.newEvaluations) - min(least, pageSize))
        let part = max(least, newest / Schedule.sweepsInARound + 1)
        let again = try await evaluationsToRepeat(after: reached(.keptEvaluations), limit: part)
        let isRoundOver = again.count < part
        let numbers = Set(try await evaluationsToRepeat(after: asked) + alarmingEvaluations() + again)
        return EvaluationsToRepeat(
            numbers: numbers.sorted(),
            reached: [.newEvaluations: newest, .keptEvaluations: isRoundOver ? 0 : again.last ?? 0])
    }

    /// The cases of which something that the rule once said does not come out again: of the very inputs that are kept,
    /// by the Domain's rule and by the one in SQL. Either somebody has changed what is kept, or one of the two is not
    /// the rule.
    func evaluationsThatCannotBeRepeated(
        among numbers: [StoredEvaluation.Number]
    ) async throws -> [BrokenInvariant] {
        var differing: [GrantApplication.ID: [String]] = [:]
        for page in numbers.pages {
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
