import Domain
import Operations
import Store
import TestDatabase
import Testing

/// Money on its way meets a host who changes the event that it is for: with a word, or without one.
enum MoneyMeeting: String, Encounter {
    case paymentAndCancellationTold, paymentAndNarrowingTold, attestAndCancellationTold, attestAndNarrowingTold
    case acceptanceAndCancellationTold, paymentAndSilentCancellation, paymentAndSilentNarrowing

    var testDescription: String { rawValue }

    /// Each order takes a case that people have brought to its payment, which costs more than the order itself.
    var stride: Int { 9 }

    /// Whether the host says why.
    var isTold: Bool { self != .paymentAndSilentCancellation && self != .paymentAndSilentNarrowing }

    func commands(in scene: Scene, round: Int) async throws -> [Command] {
        if self == .acceptanceAndCancellationTold {
            let made = try await scene.case(.approved, in: scene.openCall())
            let id = try await scene.grantID(of: made)
            try await scene.confirmAccount(of: id)
            return [
                { _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf) },
                change(made.event, in: scene),
            ]
        }
        let accepted = try await scene.acceptedCase()
        let id = accepted.grant.id
        let money: Command
        switch self {
        case .attestAndCancellationTold, .attestAndNarrowingTold:
            money = { _ = try await scene.attestFirst(of: id) }
        default:
            let payment = try await scene.attestFirst(of: id)
            money = { try await scene.pay(payment, of: id) }
        }
        return [money, change(accepted.case.event, in: scene)]
    }

    private func change(_ event: Event.ID, in scene: Scene) -> Command {
        let operations = scene.operations
        switch self {
        case .paymentAndSilentCancellation:
            return { _ = try await operations.cancelEvent(event, because: "Sjukdom.", by: scene.karin) }
        case .paymentAndSilentNarrowing: return { try await scene.invite(event, .own, .published) }
        case .paymentAndNarrowingTold, .attestAndNarrowingTold:
            return {
                _ = try await operations.reportDeviation(
                    from: event, because: "Sjukdom.", .invitation(InvitationForm(scope: .own, state: .published)),
                    by: scene.karin)
            }
        case .paymentAndCancellationTold, .attestAndCancellationTold, .acceptanceAndCancellationTold:
            return {
                _ = try await operations.reportDeviation(
                    from: event, because: "Sjukdom.", .cancellation, by: scene.karin)
            }
        }
    }
}
