import Domain
import Testing

/// The table of docs/rules.md once more, in the shortest form that can be read: who takes a case from where to where.
private let law: [String: GrantApplication.Status] = [
    "signatory submit draft": .submitted,
    "clock lapse draft": .lapsed,
    "case_officer handle submitted": .inReview,
    "case_officer requestCompletion in-review": .completionRequested,
    "signatory complete completion-requested": .inReview,
    "clock endCompletion completion-requested": .inReview,
    "case_officer recommend in-review": .readyForDecision,
    "case_officer recommend ready-for-decision": .readyForDecision,
    "case_officer returnToReview ready-for-decision": .inReview,
    "decision_maker returnToReview ready-for-decision": .inReview,
    "decision_maker approve ready-for-decision": .approved,
    "decision_maker approvePartially ready-for-decision": .approvedPartially,
    "decision_maker reject ready-for-decision": .rejected,
    "decision_maker dismiss submitted": .dismissed,
    "decision_maker dismiss in-review": .dismissed,
    "signatory withdraw submitted": .withdrawn,
    "signatory withdraw in-review": .withdrawn,
    "signatory withdraw completion-requested": .withdrawn,
    "signatory withdraw ready-for-decision": .withdrawn,
    "decision_maker correct approved": .approved,
    "decision_maker correct approved-partially": .approvedPartially,
    "decision_maker correct rejected": .rejected,
    "decision_maker correct dismissed": .dismissed,
    "decision_maker reopen approved": .inReview,
    "decision_maker reopen approved-partially": .inReview,
    "decision_maker reopen rejected": .inReview,
    "decision_maker reopen dismissed": .submitted,
]

extension GrantApplication.Command {
    /// Who can make it at all; nil: the clock alone.
    fileprivate var actors: [Role] {
        switch self {
        case .submit, .complete, .withdraw: [.signatory]
        case .handle, .requestCompletion, .recommend: [.caseOfficer]
        case .returnToReview: [.caseOfficer, .decisionMaker]
        case .approve, .approvePartially, .reject, .dismiss, .correct, .reopen: [.decisionMaker]
        case .lapse, .endCompletion: []
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
            let next = law["\(role.rawValue) \(command.rawValue) \(status.rawValue)"]
            if let next {
                #expect(throws: Never.self) { try #require(try application.status(after: command, by: person) == next) }
            } else {
                let state: Refusal = .conflict(decided.contains(status) ? .alreadyDecided : .wrongState)
                let refusal: Refusal = command.actors.contains(role) ? state : .notAllowed(.roleIsMissing)
                #expect(throws: refusal) { try application.status(after: command, by: person) }
            }
        }
    }

    @Test func `are no more and no fewer than the law's`() {
        let table = GrantApplication.moves.map { "\($0.actor.name) \($0.command.rawValue) \($0.from.rawValue)" }
        #expect(Set(table) == Set(law.keys))
        #expect(table.count == law.count)
        for move in GrantApplication.moves {
            #expect(law["\(move.actor.name) \(move.command.rawValue) \(move.from.rawValue)"] == move.to)
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
        let after = GrantApplication.moves.filter(\.from.isFinal).map(\.command)
        #expect(Set(after) == [.correct, .reopen], "only a correction or a reversal comes after the end")
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
        for move in GrantApplication.moves where move.to.isApproved && !move.from.isApproved {
            for condition in [
                Guard.fundedEventInvitesRegion, .callHasMoneyLeft, .fourEyesDecide,
                .recommendationIsForThisVersion,
            ] {
                #expect(move.guards.contains(condition), "\(move.command) without \(condition)")
            }
        }
        for move in GrantApplication.moves where move.to.isDecided && !move.from.isDecided {
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
        for move in GrantApplication.moves where move.actor.isOfTheRegion {
            #expect(move.guards.contains(.caseOfficerIsImpartial), "\(move.command) from \(move.from.rawValue)")
        }
    }
}

extension Actor {
    fileprivate var isOfTheRegion: Bool {
        if case .person(let role) = self { !role.belongsToLibrary } else { false }
    }
}
