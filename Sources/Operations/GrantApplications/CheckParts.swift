import Domain
import Postgres
import Store

extension Transaction {
    /// Refuses a submission with a file that does harm, or in the name of a library that has not said yes. A file that
    /// still waits for the scanner holds nobody back: a deadline must not hang on it, and nobody gets the file before.
    func checkParts(of application: GrantApplication, waitingIn completion: CompletionRequest.ID? = nil) async throws {
        var errors = FieldErrors()
        var files = try await attachments(of: application.id)
        // What was received before is received, whatever the scanner has found in it since.
        if let completion { files = try await attachments(waitingIn: completion) }
        let isInfected = files.contains { $0.scan.state == .infected }
        errors.require(!isInfected, "attachments", .isInfected)
        errors.require(application.partners.allSatisfy(\.isConfirmedOrNeedsNot), "partners", .isNotConfirmed)
        try errors.check()
    }
}
