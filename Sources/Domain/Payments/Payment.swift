/// Money of a grant on its way to the library: one row of the ledger.
package struct Payment: Sendable, Equatable {
    package typealias ID = Identifier<Payment>

    package let id: ID
    /// Its place among those of its grant.
    package let number: Int
    package let amount: Money
    /// What the library wants it for, where it draws the money as its costs come.
    package let text: String
    package let state: State
    package let plannedAt: Instant
    package let requestedBy: Person.ID?
    package let requestedAt: Instant?
    package let attest: Attest?
    /// The number of the payment file in which this attest left.
    package let batchNumber: Int?
    package let transfer: Transfer?
    /// Why it failed or was cancelled.
    package let endedBecause: String?

    /// That finance has found it right to pay, and onto which account.
    package struct Attest: Sendable, Equatable {
        package let by: Person.ID
        package let at: Instant
        package let account: PayeeAccount

        package init(by person: Person.ID, at instant: Instant, account: PayeeAccount) {
            by = person
            at = instant
            self.account = account
        }
    }

    /// That the money has left.
    package struct Transfer: Sendable, Equatable {
        package let by: Person.ID
        package let at: Instant
        /// The day of the bank.
        package let day: Day
        package let reference: String

        package init(by person: Person.ID, at instant: Instant, day: Day, reference: String) {
            by = person
            at = instant
            self.day = day
            self.reference = reference
        }
    }

    package init(
        id: ID, number: Int, amount: Money, text: String = "", state: State, plannedAt: Instant,
        requestedBy: Person.ID? = nil, requestedAt: Instant? = nil, attest: Attest? = nil, batchNumber: Int? = nil,
        transfer: Transfer? = nil, endedBecause: String? = nil
    ) {
        self.id = id
        self.number = number
        self.amount = amount
        self.text = text
        self.state = state
        self.plannedAt = plannedAt
        self.requestedBy = requestedBy
        self.requestedAt = requestedAt
        self.attest = attest
        self.batchNumber = batchNumber
        self.transfer = transfer
        self.endedBecause = endedBecause
    }

    /// How far it has come. What was paid is the sum of the rows that are `paid`.
    package enum State: String, Sendable, CaseIterable {
        case planned, requested, attested, exported, paid, failed, cancelled

        /// May still become money paid.
        package var isOpen: Bool { self != .paid && self != .cancelled }

        /// Finance has found it right, and the bank has not answered: the account stays as it was.
        package var isAttested: Bool { self == .attested || self == .exported }

        /// The money has left, as far as anybody here can do anything about it.
        package var hasLeft: Bool { self == .exported || self == .paid }
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
        case request, release, attest, export, pay, fail, cancel
    }

    /// Every move of a payment (G3). Two persons of finance make it, neither with a conflict of interest: one attests,
    /// another pays. What has been taken out to the bank is stopped by nobody here: it ends when the bank has paid it or
    /// sent it back, be there a breach or not. A fixed sum is not cancelled, since nobody could ask for it anew. Where another library has taken over since
    /// the attest, no account is confirmed: the payment comes back, and is attested to the successor's.
    // swift-format-ignore
    package static let moves: [Move] = [
        Move(.request, .planned,   .requested, by: .person(.signatory), provided: [.grantIsInForce, .recipientGoesOn, .noBreachStands]),
        Move(.release, .planned,   .requested, by: .clock,              provided: [.grantIsInForce, .recipientGoesOn, .noBreachStands, .decisionIsFinal]),
        Move(.attest,  .requested, .attested,  by: .person(.finance),   provided: [.caseOfficerIsImpartial, .grantIsInForce, .recipientGoesOn, .noBreachStands, .decisionIsFinal, .payeeIsConfirmed, .fundedEventInvitesRegion]),
        Move(.export,  .attested,  .exported,  by: .person(.finance),   provided: [.caseOfficerIsImpartial, .grantIsInForce, .recipientGoesOn, .noBreachStands, .decisionIsFinal, .payeeIsConfirmed, .fundedEventInvitesRegion, .twoPersonsPay]),
        Move(.pay,     .attested,  .paid,      by: .person(.finance),   provided: [.caseOfficerIsImpartial, .grantIsInForce, .recipientGoesOn, .noBreachStands, .decisionIsFinal, .payeeIsConfirmed, .fundedEventInvitesRegion, .twoPersonsPay]),
        Move(.pay,     .exported,  .paid,      by: .person(.finance),   provided: [.caseOfficerIsImpartial, .twoPersonsPay]),
        Move(.fail,    .attested,  .failed,    by: .person(.finance),   provided: [.caseOfficerIsImpartial]),
        Move(.fail,    .exported,  .failed,    by: .person(.finance),   provided: [.caseOfficerIsImpartial]),
        Move(.request, .failed,    .requested, by: .person(.signatory), provided: [.grantIsInForce, .recipientGoesOn, .noBreachStands]),
        Move(.cancel,  .requested, .cancelled, by: .person(.finance),   provided: [.caseOfficerIsImpartial, .paymentIsDrawn]),
        Move(.cancel,  .attested,  .cancelled, by: .person(.finance),   provided: [.caseOfficerIsImpartial, .paymentIsDrawn]),
        Move(.cancel,  .failed,    .cancelled, by: .person(.finance),   provided: [.caseOfficerIsImpartial, .paymentIsDrawn]),
    ]
}
