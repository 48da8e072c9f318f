extension Report {
    /// Adds what no draft may have.
    package func validate(_ errors: inout FieldErrors, of facts: [EventFacts]) {
        let known = Set(facts.map(\.eventID))
        errors.require(events.allSatisfy { known.contains($0.eventID) }, "events", .doesNotExist)
        errors.require(Set(events.map(\.eventID)).count == events.count, "events", .isTwice)
        for (index, event) in events.enumerated() { event.validate(&errors, at: "events[\(index)]") }
        errors.require(Set(outcome.map(\.kind)).count == outcome.count, "outcome", .isTwice)
        errors.require(outcome.allSatisfy { $0.amount >= .zero }, "outcome", .isTooSmall(least: 0))
        errors.text(learnings, "learnings", limit: 20_000, lines: true)
        errors.text(materialLink, "materialLink", limit: 2000)
        errors.require(
            materialLink.isEmpty || WebAddress.isAddress(materialLink), "materialLink", .isNot(.webAddress))
    }

    /// Adds what a report lacks that is to be sent.
    package func validateForSubmission(_ errors: inout FieldErrors, of facts: [EventFacts], attested: Bool) {
        validate(&errors, of: facts)
        for (index, fact) in facts.enumerated() {
            let told = events.first { $0.eventID == fact.eventID }
            errors.require(told?.carriedOut != nil, "events[\(index)].carriedOut", .isMissing)
            errors.require(
                told?.carriedOut != false || told?.deviations.contains { !$0.isWhitespace } == true,
                "events[\(index)].deviations", .isMissing)
        }
        errors.require(total != nil, "total", .isMissing)
        let sum = outcome.map(\.amount).sum
        if let total { errors.require(total == sum, "total", .doesNotAddUp(to: sum)) }
        errors.require(learnings.contains { !$0.isWhitespace }, "learnings", .isMissing)
        errors.require(attested, "attested", .isNotAttested)
    }
}

extension Report.EventOutcome {
    fileprivate func validate(_ errors: inout FieldErrors, at field: String) {
        errors.text(deviations, "\(field).deviations", limit: 10_000, lines: true)
        errors.require(Set(guests.map(\.libraryID)).count == guests.count, "\(field).guests", .isTwice)
        if let refused {
            errors.require(refused >= 0, "\(field).refused", .isTooSmall(least: 0))
            errors.require(refused <= 10_000, "\(field).refused", .isTooLarge(most: 10_000))
        }
        for (index, guest) in guests.enumerated() {
            for (name, count) in [("registered", guest.registered), ("attended", guest.attended)] {
                guard let count else { continue }
                errors.require(count >= 0, "\(field).guests[\(index)].\(name)", .isTooSmall(least: 0))
                let most = Report.Guests.most
                errors.require(count <= most, "\(field).guests[\(index)].\(name)", .isTooLarge(most: most))
            }
        }
    }
}
