import Domain

/// One predicate that does not hold, of one event or of the application.
struct Obstacle: Hashable {
    let event: Event.ID?
    let predicate: Predicate
    let severity: Severity
    let verdict: Verdict
}

extension Evaluation {
    var obstacles: Set<Obstacle> {
        Set(
            blocking.map {
                Obstacle(event: $0.eventID, predicate: $0.predicate, severity: $0.severity, verdict: $0.verdict)
            })
    }
}
