import Domain
import Testing

/// The refusal that `body` must end in.
func refusal(of body: () async throws -> some Any) async throws -> Refusal {
    try await #require(throws: Refusal.self) { _ = try await body() }
}

extension Refusal {
    /// A change was refused for the sake of a condition.
    var isWouldBreach: Bool {
        if case .wouldBreach = self { true } else { false }
    }

    /// What a broken rule, or a breach that would be, was found to be.
    var findings: [Finding] {
        switch self {
        case .broken(_, let findings), .wouldBreach(let findings, _): findings
        default: []
        }
    }

    /// Why each of the findings is there.
    var reasons: Set<Finding.Reason> { Set(findings.map(\.reason)) }

    /// The fields that were refused.
    var fields: [String] {
        if case .invalid(let errors) = self { errors.map(\.field) } else { [] }
    }
}

/// Does the same for each at the same time; answers with the refusals.
func atOnce<Subject: Sendable>(
    _ subjects: [Subject], _ work: @escaping @Sendable (Subject) async throws -> some Any
) async throws -> [Refusal] {
    try await withThrowingTaskGroup(of: Refusal?.self) { group in
        for subject in subjects {
            group.addTask {
                do {
                    _ = try await work(subject)
                    return nil
                } catch let refusal as Refusal {
                    return refusal
                }
            }
        }
        return try await group.reduce(into: []) { refusals, refusal in if let refusal { refusals.append(refusal) } }
    }
}
