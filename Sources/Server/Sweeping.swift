import Logging
import Operations
import ServiceLifecycle

/// Does the service's chores beside serving: printing, the sweep, the deadlines and the housekeeping. Every instance
/// looks, and one of them does each thing.
struct Sweeping: Service {
    let operations: Operations
    let logger: Logger

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown(doChores)
        } catch is CancellationError {
            // Told to stop: that is how this ends.
        }
    }

    private func doChores() async throws {
        while true {
            try await Task.sleep(for: Schedule.look)
            await attempt("printing") { try await operations.printDocuments() }
            await attempt("archives") { try await operations.makeArchives() }
            await attempt("instants") { _ = try await operations.askAtInstants() }
            await attempt("sweep") { _ = try await operations.sweepIfDue() }
            await attempt("deadlines") { _ = try await operations.meetDeadlinesIfDue() }
            await attempt("housekeeping") { _ = try await operations.keepHouseIfDue() }
            await attempt("grants") { _ = try await operations.moveGrantsIfDue() }
        }
    }

    /// What goes wrong here, such as a database that is away, is told, and tried again: it ends no service.
    private func attempt(_ chore: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            return
        } catch {
            logger.error("chore failed", metadata: ["chore": "\(chore)", "error": "\(error)"])
        }
    }
}
