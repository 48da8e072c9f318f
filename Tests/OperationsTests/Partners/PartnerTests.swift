import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `Co-applicants have confirmed` {
    private func partner(_ person: Person, _ role: ApplicationPartner.Role, _ scene: Scene) throws -> ApplicationPartner
    {
        ApplicationPartner(libraryID: try scene.library(of: person), role: role, contribution: "Står för lokalen.")
    }

    @Test func `before the application is submitted, by whoever may sign for them`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let lund = try scene.library(of: scene.lena)
            #expect(try await !scene.application(made.application).maySee(scene.sven))
            _ = try await scene.operations.setPartners(
                of: made.application, to: [partner(scene.lena, .coApplicant, scene)], by: scene.karin, expecting: nil)
            #expect(try await scene.application(made.application).maySee(scene.sven))
            await #expect(throws: Refusal.invalid("partners", .isNotConfirmed)) {
                try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.confirmCoApplying(to: made.application, for: lund, by: scene.lena)
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.confirmCoApplying(to: made.application, for: lund, by: scene.pontus)
            }
            let confirmed = try await scene.operations.confirmCoApplying(
                to: made.application, for: lund, by: scene.sven)
            let again = try await scene.operations.confirmCoApplying(to: made.application, for: lund, by: scene.sven)
            #expect(again == confirmed)
            _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            let snapshot = try #require(try await scene.database.snapshots(of: made.application).last)
            #expect(try snapshot.received?.record.partners.map(\.role) == [.coApplicant])
        }
    }

    @Test func `also where the service is passed by`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            _ = try await scene.operations.setPartners(
                of: made.application, to: [partner(scene.lena, .coApplicant, scene)], by: scene.karin, expecting: nil)
            let submit = """
                UPDATE grant_applications SET status = 'submitted', registry_number = 'SAM 2027/9999',
                       submitted_by = '\(scene.ulf.id)', submitted_at = now() WHERE id = '\(made.application)'
                """
            let error = await #expect(throws: PostgresError.self) { try await scene.database.run(submit) }
            #expect(error?.constraint == "co_applicants_have_confirmed")
            // The guard is what refuses it: a library that is a partner only asks for no yes.
            try await scene.database.run("UPDATE application_partners SET role = 'partner'", submit)
        }
    }

    @Test func `and anew when what they are to do is another`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let lund = try scene.library(of: scene.lena)
            let asked = try partner(scene.lena, .coApplicant, scene)
            _ = try await scene.operations.setPartners(
                of: made.application, to: [asked], by: scene.karin, expecting: nil)
            _ = try await scene.operations.confirmCoApplying(to: made.application, for: lund, by: scene.sven)
            let same = try await scene.operations.setPartners(
                of: made.application, to: [asked, partner(scene.pontus, .partner, scene)], by: scene.karin,
                expecting: nil)
            #expect(same.partners.first { $0.libraryID == lund }?.confirmation != nil)
            let other = ApplicationPartner(libraryID: lund, role: .coApplicant, contribution: "Betalar allt.")
            let changed = try await scene.operations.setPartners(
                of: made.application, to: [other], by: scene.karin, expecting: nil)
            #expect(changed.partners.map(\.confirmation) == [nil])
            try await scene.operations.declineCoApplying(to: made.application, for: lund, by: scene.sven)
            #expect(try await scene.application(made.application).partners.isEmpty)
            #expect(try await !scene.application(made.application).maySee(scene.sven))
        }
    }

    @Test func `and their staff are no case officers of it`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            _ = try await scene.operations.setPartners(
                of: made.application, to: [partner(scene.lena, .coApplicant, scene)], by: scene.karin, expecting: nil)
            let lund = try scene.library(of: scene.lena)
            _ = try await scene.operations.confirmCoApplying(to: made.application, for: lund, by: scene.sven)
            _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            let participants = try await scene.database.participants(in: made.application)
            #expect(participants.contains(scene.sven.id))
            #expect(try await scene.application(made.application).coApplicants == [lund])
        }
    }

    @Test func `of other libraries than the applicant, each once`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let own = try partner(scene.karin, .partner, scene)
            await #expect(throws: Refusal.invalid("partners[0].libraryId", .doesNotExist)) {
                try await scene.operations.setPartners(
                    of: made.application, to: [own], by: scene.karin, expecting: nil)
            }
            let lund = try partner(scene.lena, .partner, scene)
            await #expect(throws: Refusal.invalid("partners[1].libraryId", .isTwice)) {
                try await scene.operations.setPartners(
                    of: made.application, to: [lund, lund], by: scene.karin, expecting: nil)
            }
        }
    }
}

@Suite struct `Similar applications` {
    @Test func `are told of and stop nobody`() async throws {
        try await withScene { scene in
            let first = try await scene.case(.submitted)
            let second = try await scene.case(.drafted, in: first.call)
            let similar = try await scene.operations.similarApplications(
                to: scene.application(second.application), for: scene.karin)
            #expect(similar.map(\.id) == [first.application])
            #expect(similar.first?.reasons.contains(.sameLibrary) == true)
            _ = try await scene.operations.submitApplication(second.application, attested: true, by: scene.ulf)
        }
    }

    @Test func `are never another library's drafts`() async throws {
        try await withScene { scene in
            let lund = try await scene.case(.drafted, of: scene.lund)
            let mine = try await scene.case(.drafted)
            let similar = try await scene.operations.similarApplications(
                to: scene.application(mine.application), for: scene.karin)
            #expect(!similar.contains { $0.id == lund.application })
        }
    }
}

@Suite struct `Signatories are asked` {
    @Test func `by whoever writes the draft, and told by the outbox`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            await #expect(throws: Refusal.missing) {
                try await scene.operations.askToSign(made.application, by: scene.lena)
            }
            _ = try await scene.operations.askToSign(made.application, by: scene.karin)
            _ = try await scene.operations.askToSign(made.application, by: scene.karin)
            let asked = try await scene.database.signatureRequests(of: [made.application])
            #expect(asked.map(\.askedBy) == [scene.karin.name])
            let messages = try await scene.database.outbox(limit: 9).filter { $0.topic == "signature-asked" }
            #expect(messages.count == 2 && messages.allSatisfy { $0.payload.contains("\(scene.ulf.id)") })
        }
    }
}
