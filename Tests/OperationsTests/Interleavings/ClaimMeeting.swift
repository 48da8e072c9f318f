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

    var ground: DatabaseToCopy<[Case]> { Self.ground }

    private static let rounds = Closeness.cases(60, atStride: 12)

    /// So many cases that were asked for their events, as many more, some that were submitted, and some recommended.
    /// Those of the last two are for published events, which the first may choose too.
    private static let ground = DatabaseToCopy { scene in
        let asked = try await MoneyGround.exactly(rounds * 2) {
            let made = try await scene.case(.handled)
            try await scene.askForCompletion(made, of: [.events])
            return made
        }
        let submitted = try await MoneyGround.exactly(rounds) {
            try await scene.case(.submitted, for: scene.publishedEvent())
        }
        let recommended = try await MoneyGround.exactly(rounds) {
            try await scene.case(.recommended, for: scene.publishedEvent())
        }
        return asked + submitted + recommended
    }

    func commands(in scene: Scene, on cases: [Case], round: Int) async throws -> [Command] {
        try #require(round < Self.rounds, "there are too few cases for all orders")
        let completing = cases[round]
        let other = cases[round + Self.rounds * place]
        let event = self == .completionAndCompletion ? try await scene.publishedEvent() : other.event
        for made in self == .completionAndCompletion ? [completing, other] : [completing] {
            try await scene.write(made) { $0.events = [.init(eventID: event, amount: $0.requestedAmount)] }
        }
        return [{ try await scene.complete(completing) }, command(on: other, in: scene)]
    }

    /// Where in the ground the other case stands.
    private var place: Int {
        switch self {
        case .completionAndCompletion: 1
        case .completionAndWithdrawal: 2
        case .completionAndApproval: 3
        }
    }

    /// What the other one does. It was received later, and counted on the event before the completion does.
    private func command(on other: Case, in scene: Scene) -> Command {
        switch self {
        case .completionAndCompletion: { try await scene.complete(other) }
        case .completionAndWithdrawal:
            {
                _ = try await scene.operations.withdrawApplication(
                    other.application, because: "Ändrat.", by: scene.ulf)
            }
        case .completionAndApproval: { try await scene.approve(other.application) }
        }
    }
}
