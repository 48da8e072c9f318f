package import Domain
import Postgres
import Store

extension Operations {
    /// Keeps what a library has written of its report, in place of what was: nothing that was typed is lost, and the
    /// region sees none of it. Anybody who writes for the library may; `version` is that of the draft, 0 where there is
    /// none. Answers with the new version.
    package func saveReport(
        _ report: Report, of id: Grant.ID, by person: Person, expecting version: Int? = nil
    ) async throws -> Int {
        try await change { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person)
            guard person.writesReport(of: lock.grant) else { throw Refusal.notAllowed(.roleIsMissing) }
            let kept = try await transaction.reportDraft(of: id)?.version ?? 0
            try expect(version, is: kept)
            guard lock.grant.state == .active || lock.grant.state == .changeRequested else {
                throw Refusal.conflict(.wrongState)
            }
            var errors = FieldErrors()
            report.validate(&errors, of: try await transaction.reportFacts(of: id))
            try errors.check()
            try await transaction.checkGuests(of: report)
            try await transaction.save(report, of: id, by: person.id, at: lock.instant)
            return kept + 1
        }
    }
}

extension Person {
    /// Whether they write the report of the grant: an editor or a signatory of its library.
    package func writesReport(of grant: Grant) -> Bool {
        has(.applicant, at: grant.libraryID) || has(.signatory, at: grant.libraryID)
    }
}

extension Querying {
    /// Refuses guests of a library that there is not.
    fileprivate func checkGuests(of report: Report) async throws {
        let named = Set(report.events.flatMap(\.guests).map(\.libraryID))
        guard try await unknownLibraries(Array(named)).isEmpty else { throw Refusal.invalid("events", .doesNotExist) }
    }
}
