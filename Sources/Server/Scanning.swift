import ClamAV
import Logging
import Operations
import ServiceLifecycle

/// Has the scanner look at new files beside serving. Without a scanner it does nothing.
struct Scanning: Service {
    let operations: Operations
    let scanner: ClamAV?
    let logger: Logger

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown(scan)
        } catch is CancellationError {
            // Told to stop: that is how this ends.
        }
    }

    private func scan() async throws {
        while true {
            try await Task.sleep(for: ScanSchedule.look)
            guard let scanner else { continue }
            do {
                _ = try await operations.scanAttachments(with: scanner)
            } catch is CancellationError {
                return
            } catch {
                // A scanner that is away is told of, and asked again: until it answers the files wait.
                logger.error("chore failed", metadata: ["chore": "scan", "error": "\(error)"])
            }
        }
    }
}
