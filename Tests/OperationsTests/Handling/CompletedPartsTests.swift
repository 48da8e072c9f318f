import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `A part that is completed` {
    @Test func `reaches every field of the plan that was asked for, with a snapshot and what is another in it`()
        async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            let parts: [GrantRequest.Part] = [
                .contact, .goals, .areas, .priorityGroups, .ownWork, .otherFunding, .cooperation,
            ]
            try await scene.askForCompletion(made, of: parts)
            try await scene.write(made) { request in
                request.plan[.contactName] = "Biblioteket"
                request.plan[.goals] = "Tre nya vanor."
            }
            try await scene.write(made) { request in
                request.plan.areas = [.democracy, .digitalisation]
                request.plan.priorityGroups = [.disability]
                (request.plan.ownHours, request.plan.ownHourlyCost) = (40, .kronor(350))
                request.plan.otherFunding = .kronor(5_000)
                request.plan[.otherFundingFrom] = "Studieförbundet"
                request.plan[.partners] = "Föreningen."
            }
            #expect(try await scene.application(made.application).request.plan == ProjectPlan())
            #expect(
                try await refusal { try await scene.write(made) { $0.plan[.background] = "X" } }
                    == .invalid("project.background", .isLocked))
            try await scene.complete(made)
            let completed = try await scene.application(made.application)
            #expect(completed.request.plan.ownContribution == .kronor(14_000))
            #expect(completed.request.plan.areas == [.democracy, .digitalisation])
            #expect(
                completed.request.plan[.goals] == "Tre nya vanor." && completed.request.plan[.partners] == "Föreningen."
            )
            let compared = try await scene.operations.compareApplication(completed, for: scene.amira)
            #expect(compared?.completions.map { $0.comparison.application.map(\.field) } == [[.plan]])
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `adds files that the region sees once they are sent in, and drops none that was received`() async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let first = try await scene.attach("forsta.txt", to: made)
            try await scene.handle(made)
            try await scene.askForCompletion(made, of: [.purpose])
            #expect(
                try await refusal { try await scene.attach("andra.txt", to: made) }
                    == .invalid("attachments", .isLocked))
            try await scene.complete(made)
            try await scene.askForCompletion(made, of: [.attachments])
            let second = try await scene.attach("andra.txt", to: made)
            let third = try await scene.attach("tredje.txt", to: made)
            let waiting = try await scene.application(made.application)
            #expect(
                try await scene.operations.attachments(of: waiting, for: scene.karin).map(\.id) == [
                    first, second, third,
                ])
            for person in [scene.amira, scene.dag] {
                #expect(try await scene.operations.attachments(of: waiting, for: person).map(\.id) == [first])
                await #expect(throws: Refusal.missing) {
                    try await scene.operations.readAttachment(second, of: waiting, by: person) { _, _ in }
                }
            }
            #expect(
                try await refusal { try await scene.remove(first, from: made) } == .invalid("attachments", .isLocked))
            try await scene.remove(third, from: made)
            try await scene.complete(made)
            #expect(try await scene.database.attachments(of: made.application).map(\.id) == [first, second])
            let last = try await scene.database.snapshots(of: made.application).compactMap { try $0.received }.last
            #expect(last?.record.attachments.map(\.name) == ["forsta.txt", "andra.txt"])
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run("DELETE FROM attachment_pieces WHERE attachment_id = '\(second)'")
            }
            #expect(error?.constraint == "received_application_is_kept")
        }
    }

    @Test func `that is never sent in leaves no file behind`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            try await scene.askForCompletion(made, of: [.attachments])
            _ = try await scene.attach("aldrig.txt", to: made)
            try await scene.letCompletionBeOverdue()
            _ = try await scene.operations.meetDeadlinesIfDue(after: .zero)
            #expect(try await scene.application(made.application).status == .inReview)
            #expect(try await scene.database.attachments(of: made.application).isEmpty)
            let left = try await scene.database.client.transaction {
                try await $0.lines(
                    "SELECT (SELECT count(*) FROM application_attachments) || ' ' || (SELECT count(*) FROM attachment_pieces)"
                )
            }
            #expect(left == ["0 0"])
        }
    }

    @Test func `names partners, and nobody who would have to say yes`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            let lund = try scene.library(of: scene.lena)
            func name(_ role: ApplicationPartner.Role) async throws {
                let partner = ApplicationPartner(libraryID: lund, role: role, contribution: "Lånar ut en lokal.")
                _ = try await scene.operations.setPartners(
                    of: made.application, to: [partner], by: scene.karin, expecting: nil)
            }
            try await scene.askForCompletion(made, of: [.partners])
            #expect(try await refusal { try await name(.coApplicant) } == .invalid("partners[0].role", .isNotConfirmed))
            try await name(.partner)
            #expect(try await scene.application(made.application).partners.isEmpty)
            try await scene.complete(made)
            let completed = try await scene.application(made.application)
            #expect(completed.partners.map(\.libraryID) == [lund])
            let compared = try await scene.operations.compareApplication(completed, for: scene.amira)
            #expect(compared?.completions.map { $0.comparison.application.map(\.field) } == [[.partners]])
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run("UPDATE application_partners SET contribution = 'X'")
            }
            #expect(error?.constraint == "received_application_is_kept")
        }
    }

    @Test func `answers the questions of the call anew`() async throws {
        try await withScene { scene in
            let question = Question(.line, BilingualText("Var?"), isRequired: true)
            let call = try await scene.openCall()
            _ = try await scene.operations.changeQuestions(of: call, by: scene.amira, expecting: nil) { _ in [question]
            }
            let made = try await scene.case(.drafted, in: call)
            try await scene.write(made) { $0.answers = [question.id: ["Här"]] }
            try await scene.handle(made)
            try await scene.askForCompletion(made, of: [.answers])
            try await scene.write(made) { $0.answers = [:] }
            #expect(
                try await refusal { try await scene.complete(made) } == .invalid(question.field, .isMissing))
            try await scene.write(made) { $0.answers = [question.id: ["I Malmö"]] }
            #expect(try await scene.application(made.application).request.answers == [question.id: ["Här"]])
            try await scene.complete(made)
            #expect(try await scene.application(made.application).request.answers == [question.id: ["I Malmö"]])
        }
    }
}

extension Scene {
    /// The applicant adds a file to its draft or its completion.
    @discardableResult
    fileprivate func attach(_ name: String, to made: Case) async throws -> Domain.Attachment.ID {
        try await operations.addAttachment(FileSamples.text, named: name, to: made.application, by: karin)
    }

    fileprivate func remove(_ file: Domain.Attachment.ID, from made: Case) async throws {
        try await operations.removeAttachment(file, from: made.application, by: karin)
    }

    /// What is drafted is sent in, and a case officer takes it.
    fileprivate func handle(_ made: Case) async throws {
        _ = try await operations.submitApplication(made.application, attested: true, by: ulf)
        _ = try await operations.handleApplication(made.application, by: amira)
    }
}
