import Logging
import Operations
import ServiceLifecycle

/// Does the service's chores beside serving: the sweep and the housekeeping. Every instance looks, and one of them does.
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
            await attempt("sweep") { _ = try await operations.sweepIfDue() }
            await attempt("reminders") { _ = try await operations.remindOfClosing() }
            await attempt("housekeeping") { _ = try await operations.keepHouseIfDue() }
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
