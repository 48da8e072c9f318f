import Domain
import Testing

/// The table of docs/rules.md once more, in the shortest form that can be read: who takes a case from where to where.
private let law: [String: GrantApplication.Status] = [
    "signatory submits draft": .submitted,
    "case_officer handles submitted": .inReview,
    "case_officer recommends in-review": .readyForDecision,
    "case_officer recommends ready-for-decision": .readyForDecision,
    "decision_maker approves ready-for-decision": .approved,
    "decision_maker approves in part ready-for-decision": .approvedPartially,
    "decision_maker rejects ready-for-decision": .rejected,
    "decision_maker dismisses submitted": .dismissed,
    "decision_maker dismisses in-review": .dismissed,
    "signatory withdraws submitted": .withdrawn,
    "signatory withdraws in-review": .withdrawn,
    "signatory withdraws completion-requested": .withdrawn,
    "signatory withdraws ready-for-decision": .withdrawn,
]

extension GrantApplication.Command {
    fileprivate var verb: String {
        switch self {
        case .submit: "submits"
        case .handle: "handles"
        case .recommend: "recommends"
        case .approve: "approves"
        case .approvePartially: "approves in part"
        case .reject: "rejects"
        case .dismiss: "dismisses"
        case .withdraw: "withdraws"
        }
    }

    fileprivate var actor: Role {
        switch self {
        case .submit, .withdraw: .signatory
        case .handle, .recommend: .caseOfficer
        case .approve, .approvePartially, .reject, .dismiss: .decisionMaker
        }
    }
}

private let decided: Set<GrantApplication.Status> = [.approved, .approvedPartially, .rejected, .dismissed]
private let final = decided.union([.withdrawn, .lapsed])

@Suite struct `Moves of an application` {
    @Test(arguments: GrantApplication.Status.allCases, GrantApplication.Command.allCases)
    func `are those of the table, and every other one is refused to everybody`(
        _ status: GrantApplication.Status, _ command: GrantApplication.Command
    ) {
        let application = Case.application(status)
        for role in Role.allCases {
            let person = Case.person(role)
            let next = law["\(role.rawValue) \(command.verb) \(status.rawValue)"]
            if let next {
                #expect(throws: Never.self) { try #require(try application.status(after: command, by: person) == next) }
            } else {
                let state: Refusal = .conflict(decided.contains(status) ? .alreadyDecided : .wrongState)
                let refusal: Refusal = role == command.actor ? state : .notAllowed(.roleIsMissing)
                #expect(throws: refusal) { try application.status(after: command, by: person) }
            }
        }
    }

    @Test func `are no more and no fewer than the law's`() {
        let table = GrantApplication.moves.map { "\($0.actor.rawValue) \($0.command.verb) \($0.from.rawValue)" }
        #expect(Set(table) == Set(law.keys))
        #expect(table.count == law.count)
        for move in GrantApplication.moves {
            #expect(law["\(move.actor.rawValue) \(move.command.verb) \(move.from.rawValue)"] == move.to)
        }
    }

    @Test(arguments: GrantApplication.Command.allCases)
    func `are made for one's own library`(_ command: GrantApplication.Command) {
        let elsewhere = Case.person(.signatory, at: Skane.malmo)
        for status in GrantApplication.Status.allCases {
            #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try Case.application(status).status(after: command, by: elsewhere)
            }
            #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try Case.application(status).status(after: command, by: Case.nobody)
            }
        }
    }

    @Test func `end where nothing more happens`() {
        for status in GrantApplication.Status.allCases {
            #expect(status.isDecided == decided.contains(status))
            #expect(status.isFinal == final.contains(status))
            #expect(status.isApproved == [.approved, .approvedPartially].contains(status))
        }
        #expect(GrantApplication.moves.allSatisfy { !$0.from.isFinal })
    }

    @Test(arguments: GrantApplication.Status.allCases.filter { !final.contains($0) })
    func `lead to an end from wherever a case stands`(_ status: GrantApplication.Status) {
        var reached: Set<GrantApplication.Status> = [status]
        while true {
            let next = reached.union(GrantApplication.moves.filter { reached.contains($0.from) }.map(\.to))
            if next == reached { break }
            reached = next
        }
        #expect(!reached.isDisjoint(with: final), "\(status.rawValue) leads nowhere")
    }

    @Test func `that grant money ask the whole funding rule, for money and for four eyes`() {
        for move in GrantApplication.moves where move.to.isApproved {
            for condition in [
                GrantApplication.Guard.fundedEventInvitesRegion, .callHasMoneyLeft, .fourEyesDecide,
                .recommendationIsForThisVersion,
            ] {
                #expect(move.guards.contains(condition), "\(move.command) without \(condition)")
            }
        }
        for move in GrantApplication.moves where move.actor == .decisionMaker {
            #expect(move.guards.contains(.fourEyesDecide), "\(move.command)")
        }
    }

    @Test func `into the region's hands ask for an open call, a whole request and the core of the rule`() {
        let guards = GrantApplication.moves.filter { $0.command == .submit }.map(\.guards)
        #expect(guards == [[.callIsOpen, .requestIsComplete, .coreOfFundingRuleHolds]])
        for move in GrantApplication.moves where move.command == .recommend {
            #expect(move.guards.contains(.fundedEventInvitesRegion))
        }
    }

    /// Nobody with a conflict of interest handles or decides a case (section 1 of the rule).
    @Test func `made for the region are made by the impartial`() {
        for move in GrantApplication.moves where !move.actor.belongsToLibrary {
            #expect(move.guards.contains(.caseOfficerIsImpartial), "\(move.command) from \(move.from.rawValue)")
        }
    }
}
