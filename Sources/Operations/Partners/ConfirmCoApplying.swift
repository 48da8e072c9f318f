package import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// A library that is named as co-applicant says yes, by one of its signatories. Without it the application cannot
    /// be submitted. To say it twice changes nothing.
    package func confirmCoApplying(
        to id: GrantApplication.ID, for library: Library.ID, by person: Person, expecting version: Int? = nil
    ) async throws -> GrantApplication {
        let confirmed = try await change { transaction in
            let application = try await transaction.lockDraft(id, askedOf: library, person, expecting: version)
            guard !application.partners.contains(where: { $0.libraryID == library && $0.confirmation != nil }) else {
                return application
            }
            let confirmation = ApplicationPartner.Confirmation(
                confirmedBy: person.id, confirmedAt: try await transaction.now())
            let partners = application.partners.map { partner in
                guard partner.libraryID == library else { return partner }
                return ApplicationPartner(
                    libraryID: library, role: partner.role, contribution: partner.contribution,
                    confirmation: confirmation)
            }
            return try await transaction.answer(partners, in: application, "co-apply", by: person)
        }
        logger.info("co-applying confirmed", metadata: ["application": "\(id)", "library": "\(library)"])
        return confirmed
    }

    /// A library that is named as co-applicant says no, or steps back: it is named no more.
    package func declineCoApplying(
        to id: GrantApplication.ID, for library: Library.ID, by person: Person, expecting version: Int? = nil
    ) async throws {
        _ = try await change { transaction in
            let application = try await transaction.lockDraft(id, askedOf: library, person, expecting: version)
            let rest = application.partners.filter { $0.libraryID != library }
            return try await transaction.answer(rest, in: application, "not-co-apply", by: person)
        }
        logger.info("co-applying declined", metadata: ["application": "\(id)", "library": "\(library)"])
    }
}

extension Transaction {
    /// A draft in which `library` is asked to apply together, held for whoever may answer for it.
    fileprivate func lockDraft(
        _ id: GrantApplication.ID, askedOf library: Library.ID, _ person: Person, expecting version: Int?
    ) async throws -> GrantApplication {
        guard let application = try await lockGrantApplication(id), application.maySee(person),
            application.coApplicants.contains(library)
        else { throw Refusal.missing }
        guard application.mayConfirm(person, for: library) else { throw Refusal.notAllowed(.roleIsMissing) }
        try expect(version, is: application.version)
        guard application.status == .draft else { throw Refusal.conflict(.wrongState) }
        return application
    }

    fileprivate func answer(
        _ partners: [ApplicationPartner], in application: GrantApplication, _ answer: String, by person: Person
    ) async throws -> GrantApplication {
        try await setPartners(of: application.id, to: partners)
        try await touch(application.id)
        try await record(answer, in: application.id, by: person.id)
        guard let changed = try await grantApplication(application.id) else { throw Refusal.missing }
        return changed
    }
}
