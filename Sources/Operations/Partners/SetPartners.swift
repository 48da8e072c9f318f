package import Domain
import Postgres
import Store

extension Operations {
    /// Says which libraries take part in what a draft applies for, all of them at once. A co-applicant's yes stands as
    /// long as its part and the words about it do.
    package func setPartners(
        of id: GrantApplication.ID, to partners: [ApplicationPartner], by person: Person, expecting version: Int?
    ) async throws -> GrantApplication {
        try await change { transaction in
            let application = try await transaction.lockDraft(id, writtenBy: person, expecting: version)
            try await transaction.check(partners, of: application)
            let kept = partners.map { $0.keepingConfirmation(of: application.partners) }
            guard kept != application.partners else { return application }
            try await transaction.setPartners(of: id, to: kept)
            try await transaction.touch(id)
            try await transaction.record("edit", in: id, by: person.id)
            guard let changed = try await transaction.grantApplication(id) else { throw Refusal.missing }
            return changed
        }
    }
}

extension Querying {
    fileprivate func check(_ partners: [ApplicationPartner], of application: GrantApplication) async throws {
        var errors = FieldErrors()
        ApplicationPartner.validate(partners, of: application.libraryID, &errors)
        for (index, partner) in partners.enumerated() where try await library(partner.libraryID) == nil {
            errors.add("partners[\(index)].libraryId", .doesNotExist)
        }
        try errors.check()
    }
}
