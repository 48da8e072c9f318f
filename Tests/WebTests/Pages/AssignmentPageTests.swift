import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The pages of a reviewer from outside` {
    @Test func `lead from the region's case to a review, and show no more than what was received`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let id = made.application
            _ = try await scene.operations.writeMessage("Hemlig not.", to: .region, in: id, by: scene.amira)
            _ = try await scene.operations.writeMessage("Till sökanden.", to: .parties, in: id, by: scene.amira)
            let file = try await scene.operations.addedFile(to: made, scene)
            try await scene.review(made, by: scene.elias)
            let desk = try await site.get(Link.deskCase(id), as: scene.amira)
            #expect(desk.text.contains("Ge ansökan till en bedömare") && desk.text.contains("Rut Vidhem"))
            let faulty = try await site.post(Link.reviewers(id), as: scene.amira, [("reviewerId", "\(scene.rut.id)")])
            #expect(faulty.status == 422 && faulty.text.contains("id=\"field-reviewDueOn-error\""))
            let due = Stockholm.day(scene.now).adding(days: 9).text
            let given = try await site.post(
                Link.reviewers(id), as: scene.amira, [("reviewerId", "\(scene.rut.id)"), ("reviewDueOn", due)])
            #expect(given.location?.hasPrefix("\(Link.deskCase(id))?done=reviewerAssigned&") == true)
            let assignment = try #require(try await scene.database.reviewAssignments(in: id).first).id
            #expect(try await site.get("/reviews", as: scene.rut).text.contains(Link.assignment(assignment)))
            let before = try await site.get(Link.assignment(assignment), as: scene.rut)
            #expect(before.text.contains("Är du jävig?") && before.text.contains("Klippan"))
            #expect(!before.text.contains("Vi berättar") && !before.text.contains("name=\"scores.0.points\""))
            #expect(PageCheck(before.text, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.get(Link.content(of: file, in: assignment), as: scene.rut).status == 404)
            let said = try await site.post(Link.impartiality(assignment), as: scene.rut, [])
            #expect(said.location?.hasPrefix("\(Link.assignment(assignment))?done=impartial&") == true)
            let open = try await site.get(Link.assignment(assignment), as: scene.rut)
            #expect(open.text.contains("name=\"scores.0.points\"") && open.text.contains("Sökt belopp"))
            for text in ["Hemlig not.", "Till sökanden.", "Därför."] { #expect(!open.text.contains(text), "\(text)") }
            #expect(PageCheck(open.text, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.get(Link.content(of: file, in: assignment), as: scene.rut).status == 200)
            let reviewed = try await site.post(
                Link.review(in: assignment), as: scene.rut,
                [
                    ("scores.0.points", "4"), ("scores.0.comment", "Sett utifrån."), ("scores.1.points", "2"),
                    ("scores.1.comment", "Nja."),
                ])
            #expect(reviewed.status == 303)
            let after = try await site.get(Link.assignment(assignment), as: scene.rut)
            #expect(after.text.contains("Sett utifrån.") && after.text.contains("Därför."))
            #expect(try await site.get(Link.deskCase(id), as: scene.dag).text.contains("Har granskat"))
            for person in [scene.karin, scene.lena, scene.elias] {
                #expect([403, 404].contains(try await site.get(Link.assignment(assignment), as: person).status))
            }
            for path in [Link.application(id), Link.deskCase(id), "/workbench", "/library-changes"] {
                #expect([403, 404].contains(try await site.get(path, as: scene.rut).status), "\(path)")
            }
        }
    }

    @Test func `are gone once the application was taken back or declined`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let call = try await scene.callWithRubric()
            for isDeclined in [true, false] {
                let made = try await scene.case(.handled, in: call)
                let id = try await scene.assign(made)
                #expect(try await site.get(Link.assignment(id), as: scene.rut).status == 200)
                if isDeclined {
                    let none = try await site.post(Link.conflict(in: id), as: scene.rut, [("ground", "own-interest")])
                    #expect(none.status == 422 && none.text.contains("id=\"field-explanation-error\""))
                    _ = try await site.post(
                        Link.conflict(in: id), as: scene.rut, [("ground", "own-interest"), ("explanation", "Min bok.")])
                } else {
                    let taken = try await site.post(
                        Link.withdrawals(made.application), as: scene.amira, [("assignmentId", "\(id)")])
                    #expect(taken.status == 303)
                }
                #expect(try await site.get(Link.assignment(id), as: scene.rut).status == 404)
                #expect(try await !site.get("/reviews", as: scene.rut).text.contains("\(id)"))
            }
        }
    }

    @Test func `being late stands on the desk and in the case, where an officer also records a conflict`() async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let id = try await scene.assign(made)
            #expect(try await !site.get(Link.desk, as: scene.amira).text.contains("Försenade granskningar"))
            try await scene.letReviewsBeDue(days: -1)
            let desk = try await site.get(Link.desk, as: scene.amira)
            #expect(desk.text.contains("Försenade granskningar utifrån") && desk.text.contains(scene.rut.name))
            #expect(PageCheck(desk.text, isLoggedIn: true).faults.isEmpty)
            let page = Link.deskCase(made.application)
            #expect(try await site.get(page, as: scene.amira).text.contains("Sista dagen har passerat"))
            try await scene.review(in: id)
            let reviewed = try await site.get(page, as: scene.amira)
            #expect(!reviewed.text.contains("Sista dagen har passerat"))
            #expect(reviewed.text.contains("\(scene.rut.name) (Bedömare)"))
            let recorded = try await site.post(
                Link.conflicts(made.application), as: scene.amira,
                [("personId", "\(scene.rut.id)"), ("ground", "close-relation"), ("explanation", "Bror.")])
            #expect(recorded.status == 303)
            let struck = try await site.get(page, as: scene.elias)
            #expect(struck.text.contains("Jävig, granskningen räknas inte") && struck.text.contains("0 av 1"))
            #expect(PageCheck(struck.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test(arguments: [true, false])
    func `tell nothing of an outcome that is kept back`(_ isRejected: Bool) async throws {
        try await API.with { api in
            let scene = api.scene
            let call = try await scene.callWithRubric(reviews: 0)
            try await scene.operations.settleDecisionTerms(
                of: call, DecisionTerms(outcomesToldAt: scene.now.adding(days: 5)), by: scene.amira)
            let made = try await scene.case(.handled, in: call, for: scene.publishedEvent())
            let id = try await scene.assign(made)
            let paths = ["", "/application"].map { "\(Link.API.assignment(id))\($0)" } + [Link.API.assignments]
            try await scene.recommend(made.application)
            var before: [String] = []
            for path in paths { before.append(try await api.get(path, as: People.rut).text) }
            if isRejected {
                _ = try await scene.operations.rejectApplication(made.application, reasons: "Nej.", by: scene.dag)
            } else {
                try await scene.approve(made.application)
            }
            for (path, was) in zip(paths, before) {
                #expect(try await api.get(path, as: People.rut).text == was, "\(path)")
            }
        }
    }
}

extension Operations {
    /// A file that came in with a completion.
    fileprivate func addedFile(to made: Case, _ scene: Scene) async throws -> Domain.Attachment.ID {
        try await scene.askForCompletion(made, of: [.attachments])
        let id = try await addAttachment(FileSamples.pdf, named: "offert.pdf", to: made.application, by: scene.karin)
        try await scene.complete(made)
        return id
    }
}
