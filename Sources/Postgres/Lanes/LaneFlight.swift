/// A batch between its sending and its last answer: what was sent, in order, and what has come back.
struct LaneFlight {
    enum Step {
        case prepare(PreparedStatements.Statement, LaneCall)
        case run(PreparedStatements.Statement, LaneCall)
        case sync
    }

    /// What one Sync ends: an implicit transaction, kept whole or not at all.
    struct Group {
        var calls: [LaneCall] = []
        var rows: [Rows] = []
        var failure: PostgresError?
        /// Whose statement failed; nil if the commit did.
        var culprit: LaneCall?
    }

    private(set) var steps: [Step] = []
    private(set) var position = 0
    private(set) var group = Group()
    /// Whether a Sync was sent, without which nothing can be kept.
    var hasSync = false
    /// Whether the current step has given a result already.
    var hasResult = false

    var current: Step? { position < steps.count ? steps[position] : nil }

    mutating func append(_ step: Step) { steps.append(step) }

    mutating func advance() { position += 1 }

    mutating func succeeded(_ call: LaneCall, _ rows: Rows) {
        group.calls.append(call)
        group.rows.append(rows)
    }

    /// Notes a failure. Only the first one of a group is a reason; the others follow from it.
    mutating func failed(_ call: LaneCall?, _ error: PostgresError) {
        guard group.failure == nil else { return }
        group.failure = error
        group.culprit = call
    }

    /// A call whose statement was not run, since one before it failed.
    mutating func skipped(_ call: LaneCall) { group.calls.append(call) }

    /// Ends the group at its Sync.
    mutating func endGroup() -> Group {
        advance()
        hasResult = false
        defer { group = Group() }
        return group
    }

    /// Every call that has no answer yet.
    var unanswered: [LaneCall] {
        group.calls
            + steps[position...].compactMap { step in
                if case .run(_, let call) = step { call } else { nil }
            }
    }
}
