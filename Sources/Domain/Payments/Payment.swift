/// Money of a grant on its way to the library: one row of the ledger.
package struct Payment: Sendable, Equatable {
    package typealias ID = Identifier<Payment>

    /// How far it has come. What was paid is the sum of the rows that are `paid`.
    package enum State: String, Sendable, CaseIterable {
        case planned, requested, attested, paid, failed, cancelled

        /// May still become money paid.
        package var isOpen: Bool { self != .paid && self != .cancelled }
    }

    /// How the call pays.
    package enum Mode: String, Sendable, CaseIterable {
        /// The whole sum, once the grant is accepted.
        case fixed
        /// What the library asks for, as its costs come (rekvisition).
        case drawn
    }
}

extension Payment {
    package typealias Move = Domain.Move<Command, State>

    /// What is done with a payment, as docs/rules.md names it.
    package enum Command: String, Sendable, CaseIterable {
        case request, release, attest, pay, fail, cancel
    }

    /// Every move of a payment (G3). Two persons of finance make it: one attests, another pays.
    // swift-format-ignore
    package static let moves: [Move] = [
        Move(.request, .planned,   .requested, by: .person(.signatory), provided: [.grantIsInForce, .noBreachStands]),
        Move(.release, .planned,   .requested, by: .clock,              provided: [.grantIsInForce, .noBreachStands, .decisionIsFinal]),
        Move(.attest,  .requested, .attested,  by: .person(.finance),   provided: [.grantIsInForce, .noBreachStands, .decisionIsFinal, .fundedEventInvitesRegion]),
        Move(.pay,     .attested,  .paid,      by: .person(.finance),   provided: [.grantIsInForce, .noBreachStands, .decisionIsFinal, .fundedEventInvitesRegion, .twoPersonsPay]),
        Move(.fail,    .attested,  .failed,    by: .person(.finance),   provided: []),
        Move(.request, .failed,    .requested, by: .person(.signatory), provided: [.grantIsInForce, .noBreachStands]),
        Move(.cancel,  .planned,   .cancelled, by: .person(.finance),   provided: []),
        Move(.cancel,  .requested, .cancelled, by: .person(.finance),   provided: []),
        Move(.cancel,  .attested,  .cancelled, by: .person(.finance),   provided: []),
        Move(.cancel,  .failed,    .cancelled, by: .person(.finance),   provided: []),
    ]
}
