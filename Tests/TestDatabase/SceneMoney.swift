package import Domain
import Operations
import Store

extension Scene {
    /// The second person of finance.
    package var frida: Person { get throws { try database.person("frida@region.example") } }

    /// A case whose grant has been accepted by its signatory, in a call that pays like this, with the account
    /// confirmed.
    package func acceptedCase(
        _ terms: GrantTerms = GrantTerms(), withAccount: Bool = true
    ) async throws -> (case: Case, grant: Grant) {
        let made = try await `case`(.approved, in: openCall { $0.terms = terms })
        let id = try await grantID(of: made)
        if withAccount { try await confirmAccount(of: id) }
        _ = try await operations.acceptGrant(id, on: "Villkoren.", by: ulf)
        return (made, try await grant(id))
    }

    /// The grant of a case.
    package func grantID(of made: Case) async throws -> Grant.ID {
        guard let grant = try await grant(of: made.application) else { throw Refusal.missing }
        return grant.id
    }

    /// The grant as it is now.
    package func grant(_ id: Grant.ID) async throws -> Grant {
        guard let grant = try await database.grants(for: .region, id: id).grants.first else { throw Refusal.missing }
        return grant
    }

    /// The library says where its money is to go.
    package func confirmAccount(of id: Grant.ID) async throws {
        guard let account = PayeeAccount(.bankgiro, typed: "123-4566") else { throw Refusal.missing }
        try await operations.confirmPayeeAccount(account, of: id, by: ulf)
    }

    /// The first person of finance attests the first payment; answers with it.
    package func attestFirst(of id: Grant.ID) async throws -> Payment.ID {
        guard let payment = try await grant(id).payments.first?.id else { throw Refusal.missing }
        return try await operations.attestPayment(payment, of: id, by: finn)
    }

    /// The second person of finance pays today.
    package func pay(_ payment: Payment.ID, of id: Grant.ID) async throws {
        _ = try await operations.payPayment(
            payment, of: id, reference: "BG 1", on: Stockholm.day(try await database.now()), by: frida)
    }

    /// The host calls its event off, with the reason.
    package func callOff(_ made: Case) async throws {
        _ = try await operations.reportDeviation(from: made.event, because: "Sjukdom.", .cancellation, by: karin)
    }

    /// A grant was paid, its event called off, its money claimed back, and a part of that has come.
    package func recordRepayment() async throws {
        let accepted = try await acceptedCase()
        let id = accepted.grant.id
        try await pay(attestFirst(of: id), of: id)
        try await callOff(accepted.case)
        let condition = accepted.grant.conditions[0].id
        _ = try await operations.replyToBreach(of: condition, in: id, saying: "Brand.", by: karin)
        _ = try await operations.settleBreach(
            of: condition, in: id, as: .enforced(dueOn: nil), because: "Brand.", by: dag)
        guard let claim = try await grant(id).claims.first else { throw Refusal.missing }
        _ = try await operations.recordRepayment(
            of: .kronor(1), on: Stockholm.day(try await database.now()), reference: "BG 3", to: claim.id, of: id,
            by: finn)
    }
}
