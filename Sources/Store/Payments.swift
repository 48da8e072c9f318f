package import Domain
package import Postgres
import SQL

/// What belongs to the money of some grants, by grant.
struct MoneyOfGrants {
    var acceptances: [Grant.ID: Grant.Acceptance] = [:]
    var accounts: [Grant.ID: PayeeAccount] = [:]
    var payments: [Grant.ID: [Payment]] = [:]
    var claims: [Grant.ID: [Claim]] = [:]
}

extension Querying {
    /// Acceptances, accounts, payments and claims of these grants, in five statements however many there are.
    func money(of grants: [Grant.ID]) async throws -> MoneyOfGrants {
        var money = MoneyOfGrants()
        guard !grants.isEmpty else { return money }
        for row in try await rows(SQL.Payments.acceptances(grants: grants)) {
            money.acceptances[try row["grant_id"]] = try Grant.Acceptance(row: row)
        }
        for row in try await rows(SQL.Payments.accounts(grants: grants)) {
            money.accounts[try row["grant_id"]] = try PayeeAccount(
                kind: word(row["kind"], "kind"), number: row["number"])
        }
        for row in try await rows(SQL.Payments.ofGrants(grants: grants)) {
            money.payments[try row["grant_id"], default: []].append(try Payment(row: row))
        }
        money.claims = try await claims(of: grants)
        return money
    }

    /// The grants that the clock may move, a page of them after `last`. Of those that pay only when the time to appeal has passed
    /// the ones that were decided before `day`.
    package func grantsForTheClock(
        on today: Day, after last: Grant.ID? = nil, limit: Int
    ) async throws -> [Grant.ID] {
        try await values(SQL.Payments.grantsForTheClock(today: today, after: last, limit: limit), column: "id")
    }
}

extension Transaction {
    /// One grant, held until the transaction ends. False if there is none.
    package func holdGrant(_ id: Grant.ID) async throws -> Bool {
        try await !rows(SQL.Grants.lock(id: id)).isEmpty
    }

    /// Moves a held grant, and with it its version; also to the state that it is in.
    package func setState(of id: Grant.ID, to state: Grant.State) async throws {
        try await execute(SQL.Grants.setState(state: state.rawValue, id: id))
    }

    /// Notes how much of a held grant is the call's again.
    package func setReleased(of id: Grant.ID, to amount: Money) async throws {
        try await execute(SQL.Grants.setReleased(released: amount, id: id))
    }

    /// Lets the events of a held grant that has ended go, with what was broken.
    package func endConditions(of id: Grant.ID, at instant: Instant) async throws {
        try await execute(SQL.Grants.endConditions(grantID: id))
        try await execute(SQL.Grants.closeBreaches(at: instant, grantID: id))
        try await execute(SQL.Grants.releaseHolds(at: instant, grantID: id))
    }

    /// Keeps who accepted a held grant, with the words that they accepted.
    package func insert(_ acceptance: Grant.Acceptance, of id: Grant.ID) async throws {
        try await execute(
            SQL.Payments.insertAcceptance(
                grantID: id, acceptedBy: acceptance.acceptedBy, acceptedAt: acceptance.acceptedAt,
                terms: acceptance.terms, termsHash: acceptance.hash))
    }

    /// Keeps where the money of a held grant is to go.
    package func set(_ account: PayeeAccount, of id: Grant.ID, by person: Person.ID, at instant: Instant) async throws {
        try await execute(
            SQL.Payments.setAccount(
                grantID: id, kind: account.kind.rawValue, number: account.number, confirmedBy: person,
                confirmedAt: instant))
    }

    /// Writes a new payment of a held grant: planned, or requested by somebody.
    package func insert(_ payment: Payment, of id: Grant.ID) async throws {
        try await execute(
            SQL.Payments.insert(
                id: payment.id, grantID: id, amount: payment.amount, text: payment.text, state: payment.state.rawValue,
                plannedAt: payment.plannedAt, requestedBy: payment.requestedBy, requestedAt: payment.requestedAt))
    }

    /// A payment is asked for: by somebody, or by the clock.
    package func request(_ id: Payment.ID, by person: Person.ID?, at instant: Instant) async throws {
        try await execute(SQL.Payments.request(requestedBy: person, requestedAt: instant, id: id))
    }

    /// Finance finds it right to pay onto the account that the library has confirmed.
    package func attest(_ id: Payment.ID, by person: Person.ID, at instant: Instant) async throws {
        try await execute(SQL.Payments.attest(attestedBy: person, attestedAt: instant, id: id))
    }

    /// The money has left.
    package func pay(_ id: Payment.ID, _ transfer: Payment.Transfer) async throws {
        try await execute(
            SQL.Payments.pay(
                paidBy: transfer.by, paidAt: transfer.at, paidOn: transfer.day, reference: transfer.reference, id: id))
    }

    /// It failed at the bank, or is not to be paid.
    package func end(_ id: Payment.ID, as state: Payment.State, because reason: String) async throws {
        try await execute(SQL.Payments.end(state: state.rawValue, because: reason, id: id))
    }

    /// Cancels everything of a held grant that is neither paid nor with the bank.
    package func cancelOpenPayments(of id: Grant.ID, because reason: String) async throws {
        try await execute(SQL.Payments.cancelOpen(because: reason, grantID: id))
    }
}

extension Grant.Acceptance {
    fileprivate init(row: Row) throws {
        try self.init(
            acceptedBy: row["accepted_by"], acceptedAt: row["accepted_at"], terms: row["terms"],
            hash: row["terms_hash"])
    }
}

extension Payment {
    fileprivate init(row: Row) throws {
        try self.init(
            id: row["id"], number: row["number"], amount: row["amount"], text: row["text"],
            state: word(row["state"], "state"), plannedAt: row["planned_at"], requestedBy: row["requested_by"],
            requestedAt: row["requested_at"], attest: Self.attest(row), batchNumber: row["batch_number"],
            transfer: Self.transfer(row), endedBecause: row["ended_because"])
    }

    private static func attest(_ row: Row) throws -> Attest? {
        guard let person: Person.ID = try row["attested_by"] else { return nil }
        let account = try PayeeAccount(kind: word(row["account_kind"], "account_kind"), number: row["account_number"])
        return try Attest(by: person, at: row["attested_at"], account: account)
    }

    private static func transfer(_ row: Row) throws -> Transfer? {
        guard let person: Person.ID = try row["paid_by"] else { return nil }
        return try Transfer(by: person, at: row["paid_at"], day: row["paid_on"], reference: row["reference"])
    }
}
