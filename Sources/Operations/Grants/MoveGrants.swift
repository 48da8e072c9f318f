import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Does what the clock does with grants, if that is due; else nil. Answers with how many it has moved.
    package func moveGrantsIfDue(after interval: Duration = Schedule.grants) async throws -> Int? {
        try await ifDue(.grants, after: interval) { _ in try await moveGrants() }
    }

    /// Puts grants into force that need no acceptance, requests what was planned, as soon as that may be, and closes
    /// what is done with. Reminds of reports. Asks of the conditions again whose libraries close, merge or share a board
    /// as of today, and tells of those that are at risk.
    package func moveGrants() async throws -> Int {
        let today = Stockholm.day(try await database.now())
        await attempt("libraries") { _ = try await applyLibraryChanges() }
        await attempt("library boards") { _ = try await applyBoardChanges() }
        await attempt("risks") { _ = try await noticeRisks() }
        await attempt("reminders") { _ = try await remindOfReports() }
        let closed = try await closeGrants()
        let moved = try await eachGrant(
            in: { try await database.grantsForTheClock(on: today, after: $0, limit: pageSize) }, moveByClock)
        return closed + moved
    }

    /// Does `work` with each of the grants that `page` has after one, all of them a page at a time: one that waits or
    /// goes wrong is passed over, keeps none from its turn, and is looked at again next time. Answers with how many.
    func eachGrant(
        in page: (Grant.ID?) async throws -> [Grant.ID], _ work: (Grant.ID) async throws -> Void
    ) async throws -> Int {
        var done = 0
        var ids = try await page(nil)
        while let last = ids.last {
            for id in ids {
                do {
                    try await work(id)
                    done += 1
                } catch let refusal as Refusal {
                    // Somebody was there first, or a breach has come to be.
                    logger.debug("grant waits", metadata: ["grant": "\(id)", "refusal": "\(refusal)"])
                } catch let cancelled as CancellationError {
                    throw cancelled
                } catch {
                    logger.error("grant is not moved", metadata: ["grant": "\(id)", "error": "\(error)"])
                }
            }
            ids = try await page(last)
        }
        return done
    }

    /// One chore that goes wrong, such as by a lock that somebody holds for long, holds up none of the others.
    private func attempt(_ chore: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch {
            logger.error("clock's chore failed", metadata: ["chore": "\(chore)", "error": "\(error)"])
        }
    }

    private func moveByClock(_ id: Grant.ID) async throws {
        guard let grant = try await database.grants(for: .region, id: id).grants.first else { return }
        if grant.state == .awarded { return try await activateGrant(id) }
        for payment in grant.payments where payment.state == .planned {
            try await change { transaction in
                let lock = try await transaction.lockGrant(id, seenBy: nil)
                try await transaction.release(try lock.grant.payment(payment.id), of: lock)
            }
        }
    }
}
