import Domain

/// What is said of costs that need no event.
extension Phrases {
    var costsWithoutEventHint: String {
        say(
            "Kostnader av de här slagen får sökas utan händelse. Det som beviljas för dem följer händelserna i proportion till deras delar.",
            en:
                "Costs of these kinds may be sought without an event. What is granted of them follows the events, in proportion to their shares."
        )
    }

    /// nil: the call allows none.
    func costsWithoutEvent(_ rule: CallRule) -> String? {
        guard !rule.costsWithoutEvent.isEmpty else { return nil }
        let kinds = rule.costsWithoutEvent.map { name($0).lowercased() }.joined(separator: ", ")
        return say(
            "Utan händelse får ni söka för \(kinds); resten ska höra till en händelse. Det som beviljas utan händelse följer händelserna i proportion till deras delar.",
            en:
                "Without an event you may apply for \(kinds); the rest belongs to an event. What is granted without an event follows the events in proportion to their shares."
        )
    }
}
