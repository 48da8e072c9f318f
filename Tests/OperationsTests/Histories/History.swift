import Domain
import Operations
import Store
import TestDatabase
import Testing

/// Something that somebody tries.
struct Step: Sendable, Hashable, CustomStringConvertible {
    let command: CaseCommand
    let who: Who

    /// Those who act in a case of Klippan, and one of another library.
    enum Who: String, CaseIterable, Sendable {
        case karin, ulf, lena, amira, elias, dag
    }

    var description: String { "\(who.rawValue): \(command)" }

    /// Something done to an event, and not to the case.
    var isChange: Bool {
        switch command {
        case .change, .deviation: true
        default: false
        }
    }

    /// What anybody may try of a case. The tables say nothing of who edits events: their hosts do.
    static let all: [Step] =
        moves.flatMap { command in Who.allCases.map { Step(command: command, who: $0) } }
        + changes.map { Step(command: $0, who: .karin) }

    private static let moves: [CaseCommand] = [
        .application(.submit), .application(.handle), .recommend(toApprove: true), .recommend(toApprove: false),
        .application(.approve), .application(.approvePartially), .application(.reject), .application(.dismiss),
        .application(.withdraw),
    ]
    private static let changes: [CaseCommand] = [0, 1].flatMap { event in
        CaseCommand.EventChange.allCases.map { .change($0, event: event) }
            + [.deviation(.narrow, event: event), .deviation(.cancel, event: event)]
    }
}

/// The same case twice: in the database, moved by the operations, and in the memory of a test, moved by
/// `CaseState.after`. Whatever one of them refuses, the other is to refuse; and both are to stand alike after each step.
struct History: Sendable {
    let scene: Scene
    let application: GrantApplication.ID
    let events: [Event.ID]
    let tables: CaseState.Tables
    var model = History.start

    private static let open = CaseState.EventStanding(holdsRule: true)
    static let start = CaseState(call: .open, events: [open, open])

    /// A draft of Klippan with two events, which invite everybody once they are funded.
    static func begin(in scene: Scene, call: Call.ID, _ tables: CaseState.Tables) async throws -> History {
        let events = try await [scene.boundEvent(), scene.boundEvent()].sorted()
        let id = try await scene.operations.draftApplication(
            scene.request(for: events), to: call, from: scene.library(of: scene.karin), by: scene.karin)
        return History(scene: scene, application: id, events: events, tables: tables)
    }

    /// Takes one step in both; what differs afterwards, in words, or nil.
    mutating func take(_ step: Step) async throws -> String? {
        let expected = Self.model(model, after: step, in: scene, tables)
        var refusal: Refusal?
        do {
            try await perform(step)
        } catch let error as Refusal {
            refusal = error
        }
        switch (expected, refusal) {
        case (.success(let next), nil): model = next
        case (.success, .some(let refusal)): return "\(step) is in the tables, and was refused: \(refusal)"
        case (.failure(let reason), nil): return "\(step) was done, against the tables: \(reason)"
        case (.failure, .some): break
        }
        return try await difference(after: step)
    }

    /// What the tables make of a step.
    static func model(
        _ model: CaseState, after step: Step, in scene: Scene, _ tables: CaseState.Tables
    ) -> Result<CaseState, Refusal> {
        do throws(Refusal) {
            return .success(try model.after(step.command, by: actor(step.who, in: scene), tables: tables))
        } catch {
            return .failure(error)
        }
    }

    private func difference(after step: Step) async throws -> String? {
        let stored = try await Standing(of: application, events, in: scene)
        let wanted = Standing(model)
        return stored == wanted ? nil : "after \(step) there is \(stored), and not \(wanted)"
    }
}

/// What can be compared of a case.
private struct Standing: Equatable, CustomStringConvertible {
    var application: GrantApplication.Status
    var isGranted: Bool
    var isHeldUp: Bool
    var conditions: [Condition.State?]
    var invites: [Bool]
    var isCancelled: [Bool]

    init(_ model: CaseState) {
        application = model.application
        isGranted = model.grant != nil
        isHeldUp = model.breachStands
        conditions = model.events.map(\.condition)
        invites = model.events.map { $0.holdsRule && !$0.isCancelled }
        isCancelled = model.events.map(\.isCancelled)
    }

    init(of id: GrantApplication.ID, _ events: [Event.ID], in scene: Scene) async throws {
        application = try await scene.application(id).status
        let grant = try await scene.grant(of: id)
        isGranted = grant != nil
        isHeldUp = grant?.paymentHold ?? false
        conditions = events.map { event in grant?.conditions.first { $0.eventID == event }?.state }
        let stored = try await scene.database.events(events)
        invites = stored.map { $0.invitation.scope != .own && !$0.isCancelled }
        isCancelled = stored.map(\.isCancelled)
    }

    var description: String {
        let states = conditions.map { $0?.rawValue ?? "none" }
        return
            "\(application.rawValue), granted \(isGranted), held up \(isHeldUp), conditions \(states), invites \(invites), "
            + "cancelled \(isCancelled)"
    }
}
