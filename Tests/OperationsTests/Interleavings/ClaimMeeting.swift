import Domain
import Operations
import Store
import TestDatabase
import Testing

/// A completion that asks money for another event meets a case that counts on the same event, or will (P13).
enum ClaimMeeting: String, Encounter {
    case completionAndCompletion, completionAndWithdrawal, completionAndApproval

    var testDescription: String { rawValue }

    var stride: Int { 12 }

    func commands(in scene: Scene, round: Int) async throws -> [Command] {
        let event = try await scene.publishedEvent()
        let completing = try await Self.completing(with: event, in: scene)
        let other = try await other(event, in: scene)
        return [{ try await scene.complete(completing) }, other]
    }

    /// What the other one does. It was received later, and counted on the event before the completion does.
    private func other(_ event: Event.ID, in scene: Scene) async throws -> Command {
        switch self {
        case .completionAndCompletion:
            let completing = try await Self.completing(with: event, in: scene)
            return { try await scene.complete(completing) }
        case .completionAndWithdrawal:
            let submitted = try await scene.case(.submitted, for: event)
            return {
                _ = try await scene.operations.withdrawApplication(
                    submitted.application, because: "Ändrat.", by: scene.ulf)
            }
        case .completionAndApproval:
            let recommended = try await scene.case(.recommended, for: event)
            return { try await scene.approve(recommended.application) }
        }
    }

    /// A case that was asked for its events, and is about to answer with `event`.
    private static func completing(with event: Event.ID, in scene: Scene) async throws -> Case {
        let made = try await scene.case(.handled)
        try await scene.askForCompletion(made, of: [.events])
        try await scene.write(made) { $0.events = [.init(eventID: event, amount: $0.requestedAmount)] }
        return made
    }
}
