import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Tells the library of each risk of its conditions when it begins, also of one that went away and came back. When
    /// each began and was over is kept. Answers with how many it has told.
    package func noticeRisks() async throws -> Int {
        for gone in try await database.risksOver() {
            _ = try await change { transaction in
                try await transaction.note(gone.reason, of: gone.condition, isOver: true)
            }
        }
        var told = 0
        for found in try await database.untoldRisks() {
            told += try await change { transaction in
                guard try await transaction.note(found.risk.reason, of: found.conditionID) else { return 0 }
                try await transaction.enqueue(
                    .conditionAtRisk, forLibraryOf: found.grantID,
                    payload: "{\"conditionId\":\"\(found.conditionID)\",\"reason\":\"\(found.risk.reason.rawValue)\"}")
                return 1
            }
        }
        return told
    }
}
