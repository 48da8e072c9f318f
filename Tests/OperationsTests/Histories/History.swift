import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// The same case twice: in the database, moved by the operations, and in the memory of a test, moved by
/// `CaseState.after`. Whatever one of them refuses, the other is to refuse; and both are to stand alike after each
/// step.
struct History: Sendable {
    let scene: Scene
    let application: GrantApplication.ID
    let events: [Event.ID]
    let tables: CaseState.Tables
    /// What an operation does in place of a statement of its own: nothing, but in a control.
    var changed = ChangedEffect.none
    var model: CaseState

    /// Takes one step in both; what differs afterwards, in words, or nil.
    mutating func take(_ step: Step) async throws -> String? {
        let expected = try Self.foresee(model, after: step, in: scene, tables)
        var refusal: Refusal?
        do {
            try await StatementWatch.$current.withValue(changed.watch) { [self] in try await perform(step) }
        } catch let error as Refusal {
            refusal = error
        }
        if step.action == .export { return try await difference(after: step) }
        switch (expected, refusal) {
        case (.success(let next), nil): model = next
        case (.success, .some(let refusal)): return "\(step) is in the tables, and was refused: \(refusal)"
        case (.failure(let reason), nil): return "\(step) was done, against the tables: \(reason)"
        case (.failure, .some): break
        }
        if refusal == nil, step.movesTheLedger { try await adoptLedger() }
        return try await difference(after: step)
    }

    private func difference(after step: Step) async throws -> String? {
        let stored = try await CaseStanding(of: application, events, in: scene)
        let wanted = CaseStanding(model)
        return stored == wanted ? nil : "after \(step) there is \(stored), and not \(wanted)"
    }

    /// How much of a share is withheld, and so which payments are made anew, no table says: the sums must add up, which
    /// `CaseStanding` asks, and the payments are taken over as they are.
    private mutating func adoptLedger() async throws {
        let grant = try await scene.grant(of: application)
        model.grant?.payments = (grant?.payments ?? []).map {
            CaseState.PaymentStanding(state: $0.state, attestedBy: $0.attest?.by)
        }
    }
}

extension Step {
    fileprivate var movesTheLedger: Bool {
        switch action {
        case .command(.condition(.waive, _)), .command(.condition(.waivePart, _)), .command(.condition(.enforce, _)):
            true
        default: false
        }
    }
}

extension History {
    private static let open = CaseState.EventStanding(holdsRule: true)
    /// A draft of Klippan with two events.
    static let draft = CaseState(call: .open, terms: terms, events: [open, open])

    /// Nobody has said yet where the money is to go.
    private static var terms: CaseState.Terms {
        var terms = CaseState.Terms()
        terms.payeeIsConfirmed = false
        return terms
    }

    /// A draft with two events, which invite everybody once they are funded.
    static func beginDraft(
        in scene: Scene, call: Call.ID, _ tables: CaseState.Tables, _ changed: ChangedEffect = .none
    ) async throws -> History {
        let events = try await [scene.boundEvent(), scene.boundEvent()].sorted()
        let id = try await scene.operations.draftApplication(
            scene.request(for: events), to: call, from: scene.library(of: scene.karin), by: scene.karin)
        return History(
            scene: scene, application: id, events: events, tables: tables, changed: changed, model: draft)
    }

    /// The same, once it is approved.
    static func beginGrant(
        in scene: Scene, call: Call.ID, _ tables: CaseState.Tables, _ changed: ChangedEffect = .none
    ) async throws -> History {
        var history = try await beginDraft(in: scene, call: call, tables, changed)
        for step in wayToAGrant {
            if let fault = try await history.take(step) { throw WrongBeginning(fault: fault) }
        }
        return history
    }

    /// What `beginGrant` leaves in the memory.
    static func granted(in scene: Scene, _ tables: CaseState.Tables) throws -> CaseState {
        try wayToAGrant.reduce(draft) { try foresee($0, after: $1, in: scene, tables).get() }
    }

    private static let wayToAGrant: [Step] = [
        Step(action: .command(.application(.submit)), who: .ulf),
        Step(action: .command(.application(.handle)), who: .amira),
        Step(action: .command(.recommend(toApprove: true)), who: .amira),
        Step(action: .command(.application(.approve)), who: .dag),
    ]
}

/// A history went wrong before it began.
private struct WrongBeginning: Error {
    let fault: String
}
