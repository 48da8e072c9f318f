extension FundingRule {
    /// P16: of every event that was carried out the report shows who was invited, how many registered and attended, and how
    /// many of the others were refused a seat. That nobody came from another library is no fault: the duty is to invite.
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
            return found.isEmpty ? [Finding(.outcome, .call, .holds, event: fact.eventID, reason: .holds)] : found
        }
    }
}
