/// Money that the library owes back: what was not used, or what a breach costs.
package struct Claim: Sendable, Equatable {
    package typealias ID = Identifier<Claim>

    package enum Kind: String, Sendable, CaseIterable {
        /// What a report shows was not used.
        case unspent
        /// A reclaim by decision.
        case repayment
    }

    /// Due until nothing is left of it.
    package enum State: String, Sendable, CaseIterable {
        case due, repaid
        case writtenOff = "written-off"

        package var isOpen: Bool { self == .due }
    }
}

extension Claim {
    package typealias Move = Domain.Move<Command, State>

    package enum Command: String, Sendable, CaseIterable {
        case recordRepayment, writeOff
    }

    /// Every move of a claim (G12).
    // swift-format-ignore
    package static let moves: [Move] = [
        Move(.recordRepayment, .due, .repaid,     by: .person(.finance),       provided: []),
        Move(.writeOff,        .due, .writtenOff, by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial]),
    ]
}
