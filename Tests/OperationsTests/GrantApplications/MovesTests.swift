import Domain
import Operations
import Store
import TestDatabase
import Testing

/// The table of moves, walked through the operations: what stands there is done, and nothing else is.
@Suite struct `A move` {
    @Test(arguments: GrantApplication.Command.allCases)
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

    private static let reachable: [GrantApplication.Status] = [
        .draft, .submitted, .inReview, .completionRequested, .readyForDecision, .approved, .rejected, .dismissed,
        .withdrawn, .lapsed,
    ]

    private static func refusals(of status: GrantApplication.Status) -> [Refusal] {
        switch status {
        // The region does not see drafts.
        case .draft, .lapsed: [.missing, .conflict(.wrongState)]
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
        case .completionRequested:
            let made = try await self.case(.handled, in: call)
            try await askForCompletion(made)
            return made.application
        case .lapsed:
            let id = try await self.case(.drafted, in: call).application
            try await make(.lapse, on: id)
            return id
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
        case .requestCompletion:
            let wish = CompletionWish(parts: [.purpose], message: "Mer.", dueOn: Stockholm.day(now).adding(days: 9))
            _ = try await operations.requestCompletion(of: id, wish, by: amira)
        case .complete: _ = try await operations.completeApplication(id, attested: true, by: ulf)
        case .returnToReview: _ = try await operations.returnToReview(id, because: "Räkna om.", by: dag)
        case .lapse, .endCompletion: try await letTimePass(for: id, command)
        }
    }

    /// The clock acts where it is to, and nowhere else; it is told of no refusal, and so here the test says it.
    private func letTimePass(for id: GrantApplication.ID, _ command: GrantApplication.Command) async throws {
        let before = try await application(id)
        let closes = "UPDATE calls SET closes_at = closes_at - interval '40 days' WHERE id = '\(before.callID)'"
        if command == .lapse { try await database.run(closes) }
        if command == .endCompletion { try await letCompletionBeOverdue() }
        _ = try await operations.meetDeadlinesIfDue(after: .zero)
        try await database.run(
            "UPDATE calls SET closes_at = closes_at + interval '40 days' WHERE closes_at < clock_timestamp()")
        guard try await application(id).status != before.status else {
            throw Refusal.conflict(before.status.isDecided ? .alreadyDecided : .wrongState)
        }
    }
}
