package import Domain
import Postgres
import Store

extension Operations {
    /// Says which libraries take part in what a draft, or a completion that asks for them, applies for: all of them at
    /// once. A co-applicant's yes stands as long as its part and the words about it do.
    package func setPartners(
        of id: GrantApplication.ID, to partners: [ApplicationPartner], by person: Person, expecting version: Int?
    ) async throws -> GrantApplication {
        try await change { transaction in
            let room = try await transaction.lockRoom(of: .partners, in: id, writtenBy: person, expecting: version)
            let application = room.application
            try await transaction.check(partners, of: application)
            let kept = partners.map { $0.keepingConfirmation(of: application.partners) }
            if let asked = room.completion {
                try await transaction.complete(kept, of: application, asked.id, by: person)
                try await transaction.noteWriting(in: room, by: person)
                return try await transaction.grantApplication(id) ?? application
            }
            guard kept != application.partners else { return application }
            try await transaction.setPartners(of: id, to: kept)
            try await transaction.noteWriting(in: room, by: person)
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

extension Transaction {
    /// Keeps the partners that a completion names; nobody new can say yes any more.
    fileprivate func complete(
        _ partners: [ApplicationPartner], of application: GrantApplication, _ asked: CompletionRequest.ID,
        by person: Person
    ) async throws {
        var errors = FieldErrors()
        ApplicationPartner.validateForCompletion(partners, &errors)
        try errors.check()
        let draft = try await completionDraft(of: asked) ?? CompletionDraft()
        let isAsReceived = partners.sorted(by: byLibrary) == application.partners.sorted(by: byLibrary)
        try await save(
            CompletionDraft(parts: draft.parts, of: draft.request, partners: isAsReceived ? nil : partners), for: asked,
            of: application.id, by: person.id, at: now())
    }
}

private func byLibrary(_ one: ApplicationPartner, _ other: ApplicationPartner) -> Bool {
    one.libraryID < other.libraryID
}
