import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To complete an application` {
    @Test func `changes what was asked for, in a new version of what was received`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            try await scene.askForCompletion(made, of: [.purpose])
            #expect(try await scene.application(made.application).status == .completionRequested)
            try await scene.write(made) { $0.purpose = "Att lära ännu mer." }
            let waiting = try await scene.application(made.application)
            #expect(
                waiting.request.purpose == "Att lära av varandra.", "the region sees nothing of what is not sent in")
            try await scene.complete(made)
            let completed = try await scene.application(made.application)
            #expect(completed.status == .inReview && completed.request.purpose == "Att lära ännu mer.")
            let snapshots = try await scene.database.snapshots(of: made.application)
            #expect(snapshots.count == 2 && snapshots.last?.version == completed.version)
            #expect(
                try snapshots.compactMap { try $0.received?.record.purpose } == [
                    "Att lära av varandra.", "Att lära ännu mer.",
                ])
            let ends = try await scene.database.completionRequests(of: made.application).map { $0.end?.ending }
            #expect(ends == [.completed])
            let compared = try await scene.operations.compareApplication(completed, for: scene.amira)
            #expect(compared?.completions.map { $0.comparison.application.map(\.field) } == [[.purpose]])
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    @Test func `is refused beside each part that was not asked for`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            try await scene.askForCompletion(made, of: [.purpose])
            let refused = try await refusal {
                try await scene.write(made) { request in
                    request.title = "Annat"
                    request.budget = []
                    request.purpose = "Mer."
                }
            }
            #expect(
                refused
                    == .invalid([
                        FieldError(field: "title", fault: .isLocked), FieldError(field: "budget", fault: .isLocked),
                    ]))
            let asked = try #require(try await scene.database.completionRequests(of: made.application).first)
            #expect(try await scene.database.completionDraft(of: asked.id) == nil, "nothing was saved")
        }
    }

    @Test(arguments: [
        "UPDATE grant_applications SET title = 'X'", "UPDATE grant_applications SET requested_amount = 1",
        "UPDATE budget_lines SET amount = 1", "DELETE FROM application_events", "TRUNCATE budget_lines",
        "INSERT INTO completion_drafts (request_id, content, saved_by, saved_at) SELECT id, '{\"title\": {\"text\": \"X\"}}', requested_by, now() FROM completion_requests",
        "UPDATE grant_applications SET areas = '{democracy}'", "UPDATE grant_applications SET own_hours = 3",
        "UPDATE grant_applications SET priority_groups = '{disability}'",
        "UPDATE grant_applications SET other_funding = 5",
        "INSERT INTO application_texts (application_id, field, content) SELECT id, 'goals', 'X' FROM grant_applications",
        "INSERT INTO application_answers (application_id, question_id, position, content) SELECT id, gen_random_uuid(), 0, 'X' FROM grant_applications",
        "INSERT INTO application_partners (application_id, library_id, role, contribution) SELECT application.id, library.id, 'partner', 'X' FROM grant_applications AS application, libraries AS library WHERE library.id <> application.library_id LIMIT 1",
        "INSERT INTO application_attachments (id, application_id, name, kind, size, content_hash, added_by, scan_state) SELECT gen_random_uuid(), id, 'x.txt', 'text', 1, sha256('x'), case_officer_id, 'unscanned' FROM grant_applications",
    ])
    func `of other parts is refused by SQL, and of the part that was asked for is not`(_ statement: String) async throws
    {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            try await scene.askForCompletion(made, of: [.purpose])
            let mine =
                statement.contains("UPDATE")
                ? "\(statement) WHERE '\(made.application)' IN (SELECT id FROM grant_applications)" : statement
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(mine) }
            #expect(error.constraint == "received_application_is_kept")
            try await scene.database.run(
                "UPDATE grant_applications SET purpose = 'X' WHERE id = '\(made.application)'")
        }
    }

    @Test func `asks for as much as a submission does`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            try await scene.askForCompletion(made, of: [.purpose, .budget, .events])
            try await scene.write(made) { request in
                request.purpose = ""
                request.budget = [.init(kind: .fee, amount: .kronor(1))]
            }
            let incomplete = try await refusal {
                try await scene.operations.completeApplication(made.application, attested: false, by: scene.ulf)
            }
            #expect(incomplete.fields == ["purpose", "budget", "attested"])
            let closed = try await scene.draftEvent()
            try await scene.write(made) { request in
                request.purpose = "Mer."
                request.budget = [.init(kind: .fee, amount: .kronor(30_000))]
                request.events = [.init(eventID: closed, amount: .kronor(30_000))]
            }
            let broken = try await refusal { try await scene.complete(made) }
            #expect(broken.reasons.contains(.nobodyIsInvited))
            let other = try await scene.boundEvent()
            try await scene.write(made) { $0.events = [.init(eventID: other, amount: .kronor(30_000))] }
            try await scene.complete(made)
            #expect(try await scene.application(made.application).request.events.map(\.eventID) == [other])
            #expect(try await scene.event(made.event).invitation.state == .draft, "it is let go")
        }
    }

    @Test func `is for the signatory, and asking for it for an impartial case officer`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            let elias = try await scene.giving("staff", to: scene.elias, at: scene.library(of: scene.karin))
            let wish = CompletionWish(parts: [.title], message: "Mer.", dueOn: Stockholm.day(scene.now).adding(days: 3))
            for (person, reason) in [(elias, Refusal.Reason.conflictOfInterest), (scene.dag, .roleIsMissing)] {
                await #expect(throws: Refusal.notAllowed(reason)) {
                    try await scene.operations.requestCompletion(of: made.application, wish, by: person)
                }
            }
            try await scene.askForCompletion(made)
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.completeApplication(made.application, attested: true, by: scene.karin)
            }
            await #expect(throws: Refusal.missing) { try await scene.write(made, by: scene.lena) { $0.purpose = "X" } }
        }
    }

    @Test func `meets a withdrawal in one order or the other, and never both`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            try await scene.askForCompletion(made)
            let refusals = try await atOnce([true, false]) { completes in
                if completes {
                    try await scene.complete(made)
                } else {
                    _ = try await scene.operations.withdrawApplication(made.application, because: "", by: scene.ulf)
                }
            }
            // A completed application can still be withdrawn; a withdrawn one is not completed.
            #expect(refusals == [] || refusals == [.conflict(.wrongState)])
            #expect(try await scene.application(made.application).status == .withdrawn)
            let endings = try await scene.database.completionRequests(of: made.application).map { $0.end?.ending }
            #expect(endings == [refusals.isEmpty ? .completed : .withdrawn])
            #expect(try await scene.database.snapshots(of: made.application).count == (refusals.isEmpty ? 2 : 1))
        }
    }
}

@Suite struct `To return a case to its review` {
    @Test func `takes the recommendation from it`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            #expect(
                try await refusal {
                    try await scene.operations.returnToReview(made.application, because: " ", by: scene.dag)
                }.fields == ["reason"])
            _ = try await scene.operations.returnToReview(made.application, because: "Räkna om.", by: scene.dag)
            let returned = try await scene.application(made.application)
            #expect(returned.status == .inReview)
            let recommendation = try #require(try await scene.database.recommendation(on: made.application))
            #expect(returned.isStale(recommendation))
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.approve(made.application) }
            try await scene.recommend(made.application)
            try await scene.approve(made.application)
        }
    }

    /// Who was its officer for a while, and did nothing in it, has prepared the case all the same: in the service, and past
    /// it by the trigger alone.
    private static func replaced(_ scene: Scene) async throws {
        let made = try await scene.case(.handled)
        let id = made.application
        for officer in [scene.elias, scene.amira] {
            _ = try await scene.operations.reassignCase(id, to: officer.id, by: scene.dag)
        }
        try await scene.recommend(id)
        let elias = try #require(try await scene.database.person(withEmail: scene.elias.email))
        await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
            try await scene.operations.rejectApplication(id, reasons: "Nej.", by: elias)
        }
        _ = try await scene.operations.rejectApplication(id, reasons: "Nej.", by: scene.dag)
        let copy = """
            INSERT INTO decisions (id, number, application_id, outcome, reasons, conditions, reclaim_reservation,
                appeal_kind, appeal, delegation_id, recommended_by, decided_by, decided_at, found_status, found_version,
                found_changed_at, superseded_at)
            SELECT gen_random_uuid(), 'BES 1/1', application_id, outcome, reasons, conditions, reclaim_reservation,
                appeal_kind, appeal, delegation_id, recommended_by, '\(elias.id)', now(), found_status, found_version,
                found_changed_at, now()
              FROM decisions WHERE application_id = '\(id)'
            """
        let error = await #expect(throws: PostgresError.self) { try await scene.database.run(copy) }
        #expect(error?.constraint == "four_eyes_decide")
        // The control: what only the latest officer of a case tells lets them decide.
        try await scene.database.run(
            "ALTER TABLE decisions DISABLE TRIGGER four_eyes_decide",
            "ALTER TABLE decisions DISABLE TRIGGER superseded_decision_was_reopened", copy)
        let found = try await scene.operations.sweepInvariants()
        #expect(found.contains { $0.invariant == "four_eyes_decide" })
    }

    @Test func `and to give it to another officer, who then does not decide it`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            _ = try await scene.operations.reassignCase(made.application, to: scene.elias.id, by: scene.dag)
            #expect(try await scene.application(made.application).caseOfficerID == scene.elias.id)
            try await scene.recommend(made.application)
            let elias = try await scene.giving("decision_maker", to: scene.elias)
            await #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                try await scene.operations.rejectApplication(made.application, reasons: "Nej.", by: elias)
            }
            try await Self.replaced(scene)
            for person in [scene.karin, scene.finn, scene.dag] {
                let other = try await scene.case(.handled)
                #expect(
                    try await refusal {
                        try await scene.operations.reassignCase(other.application, to: person.id, by: scene.dag)
                    }.fields == ["personId"])
            }
        }
    }
}
