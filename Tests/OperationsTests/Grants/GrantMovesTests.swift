import Domain
import Operations
import Store
import TestDatabase
import Testing

/// The rows of the table that change or end a grant, walked through the operations.
@Suite struct `A move that changes a grant` {
    private static let commands: [Grant.Command] = [
        .requestChange, .approveChange, .rejectChange, .withdrawChange, .demandRepayment, .revoke,
    ]
    private static let states: [Grant.State] = [.awarded, .active, .changeRequested, .repaymentDemanded, .ended]

    @Test(arguments: commands)
    func `is made from the states of the table, and from no other`(_ command: Grant.Command) async throws {
        try await withScene { scene in
            for state in Self.states {
                let paid = command == .demandRepayment && state != .awarded
                let id = try await grant(
                    in: state, paid: paid, broken: command == .demandRepayment || command == .revoke, scene)
                let move = Grant.moves.first { $0.command == command && $0.from == state }
                let before = try await scene.grant(id)
                #expect(before.state == state)
                do {
                    try await make(command, on: id, scene)
                    #expect(try await scene.grant(id).state == move?.to, "\(command) from \(state)")
                } catch let refusal as Refusal {
                    #expect(move == nil, "\(command) from \(state): \(refusal)")
                    #expect(
                        [.conflict(.wrongState), .missing].contains(refusal), "\(command) from \(state): \(refusal)")
                    #expect(try await scene.grant(id) == before)
                }
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    private func grant(
        in state: Grant.State, paid: Bool, broken: Bool, _ scene: Scene
    ) async throws -> Grant.ID {
        if state == .repaymentDemanded || state == .ended {
            let made = try await scene.brokenCase(paid: state == .repaymentDemanded)
            try await make(state == .ended ? .revoke : .demandRepayment, on: made.grant.id, scene)
            return made.grant.id
        }
        let made = try await scene.case(.approved)
        let id = try await scene.grantID(of: made)
        if state != .awarded {
            try await scene.confirmAccount(of: id)
            _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf)
            if paid { try await scene.pay(scene.attestFirst(of: id), of: id) }
        }
        if state == .changeRequested { try await make(.requestChange, on: id, scene) }
        if broken {
            try await scene.callOff(made)
            try await scene.letTimeToAnswerPass()
        }
        return id
    }

    /// What the one does who may.
    private func make(_ command: Grant.Command, on id: Grant.ID, _ scene: Scene) async throws {
        let operations = scene.operations
        switch command {
        case .requestChange:
            _ = try await operations.requestChange(of: id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
        case .approveChange, .rejectChange:
            let asked = try await scene.database.changeRequests(of: id).last?.id ?? ChangeRequest.ID()
            _ =
                command == .approveChange
                ? try await operations.approveChange(asked, of: id, because: "Ja.", by: scene.dag)
                : try await operations.rejectChange(asked, of: id, because: "Nej.", by: scene.dag)
        case .withdrawChange:
            let asked = try await scene.database.changeRequests(of: id).last?.id ?? ChangeRequest.ID()
            _ = try await operations.withdrawChange(asked, of: id, by: scene.ulf)
        case .demandRepayment:
            _ = try await operations.demandRepayment(of: id, dueOn: nil, because: "Så.", by: scene.dag)
        default: _ = try await operations.revokeGrant(id, because: "Så.", by: scene.dag)
        }
    }
}
