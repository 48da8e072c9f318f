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

    var stride: Int { 11 }

    var ground: DatabaseToCopy<[Case]> {
        switch self {
        case .acceptanceAndCancellationTold: MoneyGround.approved
        case .attestAndCancellationTold, .attestAndNarrowingTold: MoneyGround.requested
        default: MoneyGround.attested
        }
    }

    /// Whether the host says why.
    var isTold: Bool { self != .paymentAndSilentCancellation && self != .paymentAndSilentNarrowing }

    func commands(in scene: Scene, on cases: [Case], round: Int) async throws -> [Command] {
        try #require(round < cases.count, "there are too few cases for all orders")
        let made = cases[round]
        return [try await money(of: made, in: scene), change(made.event, in: scene)]
    }

    private func money(of made: Case, in scene: Scene) async throws -> Command {
        let id = try await scene.grantID(of: made)
        switch self {
        case .acceptanceAndCancellationTold:
            return { _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf) }
        case .attestAndCancellationTold, .attestAndNarrowingTold:
            return { _ = try await scene.attestFirst(of: id) }
        default:
            let payment = try #require(try await scene.grant(id).payments.first?.id)
            return { try await scene.pay(payment, of: id) }
        }
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
