import Domain

/// Something that somebody tries.
struct Step: Sendable, Hashable, CustomStringConvertible {
    let action: Action
    let who: Who

    /// A command of the tables, or something else that is done in a case.
    enum Action: Sendable, Hashable {
        case command(CaseCommand)
        /// An answer to the breaches of the condition of an event.
        case reply(event: Int)
        /// Where the money is to go.
        case confirmAccount
        /// Everything that is attested, of any case, is taken out.
        case export
    }

    /// Those who act in a case of Klippan, and one of another library.
    enum Who: String, CaseIterable, Sendable {
        case karin, ulf, lena, amira, elias, dag, finn, frida
    }

    var description: String {
        guard case .command(let command) = action else { return "\(who.rawValue): \(action)" }
        return "\(who.rawValue): \(command)"
    }

    /// Something after which less can happen than before.
    var isEnding: Bool {
        switch action {
        case .command(.grant(.decline)), .command(.grant(.revoke)),
            .command(.payment(.cancel, _)), .command(.payment(.fail, _)):
            true
        default: false
        }
    }

    /// Something done to an event, and not to the case.
    var isChange: Bool {
        switch action {
        case .command(.change), .command(.deviation): true
        default: false
        }
    }
}

extension Step {
    /// What anybody may try of a case until it is decided. The tables say nothing of who edits events: their hosts do.
    static let ofCases: [Step] = tried(of: caseMoves.map(Action.command)) + changes

    /// What anybody may try once it is granted.
    static let ofGrants: [Step] =
        tried(of: grantMoves.map(Action.command) + [.reply(event: 0), .reply(event: 1), .confirmAccount, .export])
        + changes

    private static func tried(of actions: [Action]) -> [Step] {
        actions.flatMap { action in Who.allCases.map { Step(action: action, who: $0) } }
    }

    private static let caseMoves: [CaseCommand] = [
        .application(.submit), .application(.handle), .recommend(toApprove: true), .recommend(toApprove: false),
        .application(.approve), .application(.approvePartially), .application(.reject), .application(.dismiss),
        .application(.withdraw),
    ]
    private static let grantMoves: [CaseCommand] =
        [
            Grant.Command.accept, .decline, .requestChange, .approveChange, .rejectChange, .withdrawChange,
            .demandRepayment, .revoke,
        ].map { .grant($0) }
        + [0, 1].flatMap { number -> [CaseCommand] in
            [Payment.Command.request, .attest, .export, .pay, .fail, .cancel].map { .payment($0, number: number) }
                + [Condition.Command.frustrate, .waive, .waivePart, .enforce].map { .condition($0, event: number) }
                + [Claim.Command.recordRepayment, .writeOff].map { .claim($0, number: number) }
        }
    private static let changes: [Step] = [0, 1].flatMap { event in
        (CaseCommand.EventChange.allCases.map { CaseCommand.change($0, event: event) }
            + [.deviation(.narrow, event: event), .deviation(.cancel, event: event)])
            .map { Step(action: .command($0), who: .karin) }
    }
}
