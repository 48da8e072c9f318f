import Domain
import Operations
import Store
import TestDatabase
import Testing

/// The table of moves, walked through the operations: what stands there is done, and nothing else is.
@Suite struct `A move` {
    @Test(arguments: commands)
    func `is made from the statuses of the table, and from no other`(_ command: GrantApplication.Command) async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            for status in Self.reachable {
                let id = try await scene.application(status, in: call)
                let before = try await scene.application(id)
                let move = GrantApplication.moves.first { $0.command == command && $0.from == status }
                do {
                    try await scene.make(command, on: id)
                    #expect(try await scene.application(id).status == move?.to, "\(command) from \(status)")
                } catch let refusal as Refusal {
                    #expect(move == nil, "\(command) from \(status): \(refusal)")
                    #expect(Self.refusals(of: status).contains(refusal), "\(command) from \(status): \(refusal)")
                    #expect(try await scene.application(id) == before)
                }
            }
        }
    }

    private static let commands: [GrantApplication.Command] = [
        .submit, .handle, .recommend, .approve, .approvePartially, .reject, .dismiss, .withdraw,
        .correct, .reopen,
    ]
    private static let reachable: [GrantApplication.Status] = [
        .draft, .submitted, .inReview, .readyForDecision, .approved, .rejected, .dismissed, .withdrawn,
    ]

    private static func refusals(of status: GrantApplication.Status) -> [Refusal] {
        switch status {
        // The region does not see drafts.
        case .draft: [.missing, .conflict(.wrongState)]
        case _ where status.isDecided: [.conflict(.alreadyDecided)]
        default: [.conflict(.wrongState)]
        }
    }
}

extension Scene {
    /// An application of Klippan with this status.
    fileprivate func application(
        _ status: GrantApplication.Status, in call: Call.ID
    ) async throws -> GrantApplication.ID {
        switch status {
        case .draft: return try await self.case(.drafted, in: call).application
        case .submitted: return try await self.case(.submitted, in: call).application
        case .inReview: return try await self.case(.handled, in: call).application
        case .approved: return try await self.case(.approved, in: call).application
        case .rejected, .readyForDecision:
            let id = try await self.case(.recommended, in: call).application
            if status == .rejected { try await make(.reject, on: id) }
            return id
        default:
            let id = try await self.case(.submitted, in: call).application
            try await make(status == .dismissed ? .dismiss : .withdraw, on: id)
            return id
        }
    }

    /// What the one does who may.
    fileprivate func make(_ command: GrantApplication.Command, on id: GrantApplication.ID) async throws {
        switch command {
        case .submit: _ = try await operations.submitApplication(id, attested: true, by: ulf)
        case .handle: _ = try await operations.handleApplication(id, by: amira)
        case .recommend: try await recommend(id)
        case .approve: try await approve(id)
        case .approvePartially: try await approve(id, .kronor(1))
        case .reject: _ = try await operations.rejectApplication(id, reasons: "Ryms inte.", by: dag)
        case .dismiss: _ = try await operations.dismissApplication(id, ground: "För sent.", by: dag)
        case .withdraw: _ = try await operations.withdrawApplication(id, because: "Ändrat.", by: ulf)
        case .correct: _ = try await operations.correctDecision(on: id, "Ett skrivfel.", by: dag)
        case .reopen:
            let reopening = Reopening(ground: .court, reference: "Mål 1-27", reasons: "Upphävt.")
            _ = try await operations.reopenDecision(on: id, reopening, by: dag)
        default: throw Refusal.conflict(.wrongState)
        }
    }
}
