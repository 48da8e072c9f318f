extension FundingRule {
    /// P16: of every event that was carried out the report shows who was invited, how many registered and attended, and
    /// how many of the others were refused a seat. That nobody came from another library is no fault: the duty is to
    /// invite. That more came than had registered is a hint, since some come unannounced.
    package static func outcome(of report: Report, facts: [Report.EventFacts]) -> [Finding] {
        facts.flatMap { fact -> [Finding] in
            guard let told = report.events.first(where: { $0.eventID == fact.eventID }), told.carriedOut == true else {
                return [Finding(.outcome, .call, .holds, event: fact.eventID, reason: .holds)]
            }
            let missing: [(isMissing: Bool, reason: Finding.Reason)] = [
                (fact.invited.isEmpty, .invitedAreNotListed),
                (told.guests.allSatisfy { $0.registered == nil }, .registeredAreNotTold),
                (told.refused == nil, .refusedAreNotTold),
                (told.guests.allSatisfy { $0.attended == nil }, .attendedAreNotTold),
            ]
            let found = missing.filter(\.isMissing).map {
                Finding(.outcome, .call, .fails, event: fact.eventID, reason: $0.reason)
            }
            let holds = [Finding(.outcome, .call, .holds, event: fact.eventID, reason: .holds)]
            return (found.isEmpty ? holds : found) + hint(of: told)
        }
    }

    private static func hint(of told: Report.EventOutcome) -> [Finding] {
        let libraries = told.guests.filter(\.cameUnannounced).map(\.libraryID)
        guard !libraries.isEmpty else { return [] }
        return [
            Finding(
                .outcome, .hint, .fails, event: told.eventID, reason: .moreAttendedThanRegistered,
                libraries: libraries)
        ]
    }
}
