import Domain

extension ObjectReader {
    /// A report as a program sends it.
    func report() -> Report {
        Report(
            events: objects("events")?.map { $0.eventOutcome() } ?? [],
            outcome: objects("outcome")?.map {
                Report.Line(kind: $0.requiredChoice("kind", Report.Line.Kind.fee), amount: $0.requiredMoney("amount"))
            } ?? [],
            total: money("total"), ownContribution: money("ownContribution"), otherFunding: money("otherFunding"),
            learnings: text("learnings") ?? "", materialLink: text("materialLink") ?? "",
            supportWasTold: truth("supportWasTold") ?? false)
    }

    private func eventOutcome() -> Report.EventOutcome {
        Report.EventOutcome(
            eventID: requiredID("eventId", Event.self), carriedOut: truth("carriedOut"),
            deviations: text("deviations") ?? "",
            guests: objects("guests")?.map {
                Report.Guests(
                    libraryID: $0.requiredID("libraryId", Library.self), registered: $0.integer("registered"),
                    attended: $0.integer("attended"))
            } ?? [],
            refused: integer("refused"))
    }
}
