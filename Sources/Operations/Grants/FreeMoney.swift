import Domain
import Postgres
import Store

extension Transaction {
    /// Gives back to the call, and to the track, what a locked grant binds no longer: what was withheld of it and is
    /// not paid, and what was paid and has come back. The call is locked.
    func freeMoney(of id: Grant.ID) async throws {
        let grant = try await grant(id)
        let freed = grant.amount - grant.released - grant.bound
        guard freed != .zero else { return }
        try await setReleased(of: id, to: grant.released + freed)
        try await releaseMoney(freed, of: grant.callID)
    }
}
