import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The pages of what happens before a decision` {
    @Test func `lead from a request for completion to what was changed, and let nothing else be changed`() async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.handled)
            let id = made.application
            let desk = Link.deskCase(id)
            let empty = try await site.post(
                Link.requestCompletion(id), as: scene.amira, [("version", try await Self.version(id, scene))])
            #expect(empty.status == 422)
            for field in ["fields", "message", "dueOn"] { #expect(empty.text.contains("id=\"field-\(field)-error\"")) }
            let due = Stockholm.day(scene.now).adding(days: 9).text
            let asked = try await site.post(
                Link.requestCompletion(id), as: scene.amira,
                [
                    ("version", try await Self.version(id, scene)), ("fields", "purpose"),
                    ("message", "Hur sprids det?"),
                    ("dueOn", due),
                ])
            #expect(asked.location?.hasPrefix("\(desk)?done=completionAsked&") == true)
            let form = try await site.get(Link.editCompletion(id), as: scene.karin)
            #expect(form.text.contains("name=\"purpose\"") && !form.text.contains("name=\"title\""))
            #expect(PageCheck(form.text, isLoggedIn: true).faults.isEmpty)
            let other = try await site.post(
                Link.editCompletion(id), as: scene.karin,
                [("version", try await Self.version(id, scene)), ("purpose", "Mer."), ("title", "Annat")])
            #expect(other.status == 422)
            let written = try await site.post(
                Link.editCompletion(id), as: scene.karin,
                [("version", try await Self.version(id, scene)), ("purpose", "Vi berättar för alla.")])
            #expect(written.status == 303)
            #expect(try await !site.get(desk, as: scene.amira).text.contains("Vi berättar för alla."))
            let sent = try await site.post(
                Link.completion(id), as: scene.ulf,
                [("version", try await Self.version(id, scene)), ("attested", "true")])
            #expect(sent.status == 303)
            let after = try await site.get(desk, as: scene.amira)
            #expect(after.text.contains("Ändrat genom komplettering") && after.text.contains("Vi berättar för alla."))
            #expect(PageCheck(after.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    private static func version(_ id: GrantApplication.ID, _ scene: Scene) async throws -> String {
        "\(try await scene.application(id).version)"
    }

    @Test func `keep notes and reviews of the region from the applicant, on the page and in the API's answer`()
        async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let id = made.application
            #expect(
                try await site.post(
                    Link.deskMessages(id), as: scene.amira, [("visibility", "region"), ("text", "Svag budget.")]
                ).status == 303)
            #expect(
                try await site.post(
                    Link.messages(id), as: scene.karin, [("text", "När får vi besked?")]
                ).status == 303)
            let faulty = try await site.post(
                Link.reviews(id), as: scene.elias,
                [("scores.0.points", "4"), ("scores.0.comment", "Ja."), ("scores.1.comment", "")])
            #expect(faulty.status == 422 && faulty.text.contains("id=\"field-scores.1.comment-error\""))
            let given = try await site.post(
                Link.reviews(id), as: scene.elias,
                [
                    ("scores.0.points", "4"), ("scores.0.comment", "Hemligt skäl."), ("scores.1.points", "2"),
                    ("scores.1.comment", "Nja."),
                ])
            #expect(given.status == 303)
            let desk = try await site.get(Link.deskCase(id), as: scene.dag)
            for text in ["Svag budget.", "När får vi besked?", "Hemligt skäl.", "3,20"] {
                #expect(desk.text.contains(text), "\(text)")
            }
            #expect(PageCheck(desk.text, isLoggedIn: true).faults.isEmpty)
            for person in [scene.karin, scene.ulf] {
                let page = try await site.get(Link.application(id), as: person)
                #expect(page.text.contains("När får vi besked?"))
                for text in ["Svag budget.", "Hemligt skäl.", "Intern anteckning"] {
                    #expect(!page.text.contains(text), "\(text)")
                }
                #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            }
        }
    }

    @Test func `say which conflict it is, and take it back only by another`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.handled)
            let id = made.application
            let none = try await site.post(Link.conflicts(id), as: scene.amira, [])
            #expect(none.status == 422 && none.text.contains("id=\"field-explanation-error\""))
            let declared = try await site.post(
                Link.conflicts(id), as: scene.amira, [("ground", "close-relation"), ("explanation", "Min bror.")])
            #expect(declared.status == 303)
            let page = try await site.get(Link.deskCase(id), as: scene.amira)
            #expect(page.text.contains("Jäv är anmält för dig: Närstående till någon i ärendet."))
            #expect(!page.text.contains("Lämna förslaget"))
            let conflict = try #require(try await scene.database.declaredConflicts(in: id).first)
            let lifted = try await site.post(
                Link.liftings(id), as: scene.dag, [("conflictId", "\(conflict.id)"), ("liftingReason", "Avlägset.")])
            #expect(lifted.status == 303)
            #expect(try await site.get(Link.deskCase(id), as: scene.amira).text.contains("Lämna förslaget"))
        }
    }

    @Test func `let a call's criteria be written until it is announced, and show them with the call`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let call = try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: scene.amira)
            let version = ("version", "\(try await scene.call(call).version)")
            let fields = [
                ("requiredReviews", "1"), ("criteria.0.nameInSwedish", "Angeläget"),
                ("criteria.0.nameInEnglish", "Needed"), ("criteria.0.weight", "99"), ("criteria.0.guidance", ""),
            ]
            let wrong = try await site.post(Link.rubric(call), as: scene.amira, fields + [version])
            #expect(wrong.status == 422 && wrong.text.contains("100 procent"))
            #expect(PageCheck(wrong.text, isLoggedIn: true).faults.isEmpty)
            let right = try await site.post(
                Link.rubric(call), as: scene.amira, fields.map { ($0.0, $0.1 == "99" ? "100" : $0.1) } + [version])
            #expect(right.status == 303)
            _ = try await scene.operations.publishCall(call, by: scene.amira)
            #expect(try await site.get(Link.call(call)).text.contains("Bedömningskriterier"))
        }
    }
}
