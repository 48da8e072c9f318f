/// What hosts do to the events of a case, which no table tells of.
extension CaseState {
    /// Whether `change` would close an event that a condition binds, or make worse what is broken already: a first
    /// deviation is no leave to go on in silence.
    func closesBound(_ change: CaseCommand.EventChange, _ index: Int) -> Bool {
        guard let event = events.element(at: index), let condition = event.condition, !event.hasEnded,
            event.binds || condition == .breached
        else { return false }
        return switch change {
        case .widen: false
        case .narrow: event.holdsRule
        case .cancel: !event.isCancelled
        }
    }

    /// A host who invites the region again has cured the breach by that; nobody has to say so.
    mutating func cureWhatIsMended(_ index: Int, _ tables: Tables) throws(Refusal) {
        let event = events[index]
        guard event.condition == .breached, event.holdsRule, !event.isCancelled, grant?.state.isInForce == true else {
            return
        }
        try apply(.cure, to: index, by: .clock, tables)
    }

    mutating func apply(_ change: CaseCommand.EventChange, to index: Int) throws(Refusal) {
        guard let event = events.element(at: index) else { throw .missing }
        guard !event.isCancelled, !event.hasEnded else { throw .conflict(.eventIsCancelled) }
        events[index].holdsRule = change == .widen
        events[index].isCancelled = change == .cancel
    }
}

extension Array {
    /// The element at `index`, or nil where there is none.
    func element(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
