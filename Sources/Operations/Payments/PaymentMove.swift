import Domain
import Logging
import Postgres
import Store

/// What somebody does with a payment.
struct PaymentCommand: Sendable {
    let command: Payment.Command
    let payment: Payment.ID
    let grant: Grant.ID
    let person: Person
    let version: Int?
    let request: RepeatableRequest?
}

extension Operations {
    /// Makes a move of a payment: locks, asks the table's row with its guards, writes, and tells of it in the case.
    func move(
        _ wanted: PaymentCommand, detail: String = "",
        _ write: @Sendable (Transaction, LockedGrant, Payment) async throws -> Void
    ) async throws -> Payment.ID {
        let moved = try await once(wanted.request) { transaction in
            let lock = try await transaction.lockGrant(
                wanted.grant, seenBy: wanted.person, expecting: wanted.version)
            let payment = try lock.grant.payment(wanted.payment)
            try await transaction.check(
                wanted.command, of: payment, in: lock, by: transaction.actor(wanted.person, in: lock))
            try await write(transaction, lock, payment)
            let note = detail.isEmpty ? "\(payment.number)" : "\(payment.number). \(detail)"
            try await transaction.conclude(
                lock, logged: "payment-\(wanted.command.rawValue)", by: wanted.person, detail: note)
            return payment.id
        }
        logger.info(
            "payment moved",
            metadata: [
                "grant": "\(wanted.grant)", "payment": "\(moved)", "command": "\(wanted.command.rawValue)",
            ])
        return moved
    }
}

extension Transaction {
    /// Refuses a move that is not in the table for `actor`, and one whose guards do not hold. What the funding rule has
    /// found is told.
    func check(
        _ command: Payment.Command, of payment: Payment, in lock: LockedGrant, by actor: CaseActor
    ) async throws {
        let row = try Payment.moves.row(for: command, from: payment.state, isActor: actor.isActor)
        let standing = CaseState.PaymentStanding(state: payment.state, attestedBy: payment.attest?.by)
        try lock.standing.require(row.guards, of: actor, payment: standing)
        if row.guards.contains(.fundedEventInvitesRegion) { try await checkEvents(of: lock) }
    }

    /// The person as the case of a locked grant knows them, and whether a conflict of interest keeps them from acting for
    /// the region in it.
    func actor(_ person: Person, in lock: LockedGrant) async throws -> CaseActor {
        guard let application = try await grantApplication(lock.grant.applicationID) else { throw Refusal.missing }
        let own = Set(lock.grant.conditions.map(\.eventID))
        let impartiality = try await impartiality(in: application, events: lock.events.filter { own.contains($0.id) })
        return CaseActor(
            person, inCaseOf: lock.grant.libraryID, isImpartial: impartiality.conflict(of: person) == nil)
    }

    /// The clock requests a planned payment.
    func release(_ payment: Payment, of lock: LockedGrant) async throws {
        try await check(.release, of: payment, in: lock, by: .clock)
        try await request(payment.id, by: nil, at: lock.instant)
        try await conclude(lock, logged: "payment-release", by: nil, detail: "\(payment.number)")
        try await tell(.paymentRequested, of: payment.id, in: lock)
    }

    /// A message about a payment, which names it.
    func tell(_ topic: OutboxMessage.Topic, of payment: Payment.ID, in lock: LockedGrant) async throws {
        try await enqueue(topic, forLibraryOf: lock.grant.id, payload: "{\"paymentId\":\"\(payment)\"}")
    }
}
