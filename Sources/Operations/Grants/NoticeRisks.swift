import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Tells the library of each risk of its conditions, once. Answers with how many it has told.
    package func noticeRisks() async throws -> Int {
        var told = 0
        for found in try await database.untoldRisks() {
            told += try await change { transaction in
                guard try await transaction.note(found) else { return 0 }
                try await transaction.enqueue(
                    .conditionAtRisk, forLibraryOf: found.grantID,
                    payload: "{\"conditionId\":\"\(found.conditionID)\",\"reason\":\"\(found.risk.reason.rawValue)\"}")
                return 1
            }
        }
        return told
    }
}
