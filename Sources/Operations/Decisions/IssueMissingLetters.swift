import Domain
import Postgres
import Store

extension Operations {
    /// Writes the letters of decisions that came into the database without one, as those of the demo region do: in the
    /// name of whoever decided, of the day of the decision, in the words that are kept with it. Answers with how many.
    package func issueMissingLetters() async throws -> Int {
        let cases = try await database.casesWithoutLetters()
        for id in cases {
            try await change { transaction in
                let lock = try await transaction.lockCase(id)
                guard let decision = try await transaction.decision(on: id),
                    try await !transaction.documents(of: id).contains(where: {
                        $0.document.decisionID == decision.id && $0.document.kind == .decision
                    }),
                    let person = try await transaction.people().first(where: { $0.id == decision.decidedBy })
                else { return }
                let then = LockedApplication(
                    application: lock.application, call: lock.call, events: lock.events, instant: decision.decidedAt)
                try await transaction.issueLetter(of: decision, in: then, by: person)
            }
        }
        return cases.count
    }
}
