import Domain
import Store
import TestDatabase

/// What can be compared of a case in the memory and in the database.
struct CaseStanding: Equatable, CustomStringConvertible {
    var application: GrantApplication.Status
    /// Whether somebody has taken the case.
    var hasCaseOfficer: Bool
    var grant: Grant.State?
    var isHeldUp: Bool
    var conditions: [Condition.State?]
    var invites: [Bool]
    var isCancelled: [Bool]
    /// Whether it is known where the money is to go.
    var payeeIsConfirmed: Bool
    var payments: [Payment.State]
    /// Who attested those that are attested.
    var attestedBy: [Person.ID?]
    var claims: [Claim.State]
    /// No more is paid or under way than the grant gives, and what was paid too much is claimed.
    var moneyAddsUp = true

    init(_ model: CaseState) {
        application = model.application
        hasCaseOfficer = !model.preparers.isEmpty
        grant = model.grant?.state
        isHeldUp = model.breachStands
        conditions = model.events.map(\.condition)
        invites = model.events.map { $0.holdsRule && !$0.isCancelled }
        isCancelled = model.events.map(\.isCancelled)
        payeeIsConfirmed = model.grant != nil && model.terms.payeeIsConfirmed
        payments = model.grant?.payments.map(\.state) ?? []
        attestedBy = model.grant?.payments.map { $0.state.isAttested ? $0.attestedBy : nil } ?? []
        claims = model.grant?.claims ?? []
    }

    init(of id: GrantApplication.ID, _ events: [Event.ID], in scene: Scene) async throws {
        let stored = try await scene.application(id)
        (application, hasCaseOfficer) = (stored.status, stored.caseOfficerID != nil)
        let award = try await scene.grant(of: id)
        grant = award?.state
        isHeldUp = award?.paymentHold ?? false
        conditions = events.map { event in award?.conditions.first { $0.eventID == event }?.state }
        let rows = try await scene.database.events(events)
        invites = rows.map { $0.invitation.scope != .own && !$0.isCancelled }
        isCancelled = rows.map(\.isCancelled)
        payeeIsConfirmed = award?.account != nil
        payments = award?.payments.map(\.state) ?? []
        attestedBy = award?.payments.map { $0.state.isAttested ? $0.attest?.by : nil } ?? []
        claims = award?.claims.map(\.state) ?? []
        moneyAddsUp = award.map { $0.overpaid <= .zero && $0.paid + $0.underWay <= max($0.payable, $0.paid) } ?? true
    }

    var description: String {
        let states = conditions.map { $0?.rawValue ?? "none" }
        return """
            \(application.rawValue), grant \(grant?.rawValue ?? "none"), held up \(isHeldUp), conditions \(states), \
            invites \(invites), cancelled \(isCancelled), case officer \(hasCaseOfficer), \
            payee \(payeeIsConfirmed), attested \(attestedBy.map { $0 != nil }), payments \(payments.map(\.rawValue)), \
            claims \(claims.map(\.rawValue)), money adds up \(moneyAddsUp)
            """
    }
}
