import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The pages of a case` {
    @Test func `lead from a draft that forgets a library to a decision that publishes`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let all = try await scene.database.libraries(municipalityCode: nil, kind: .public, limit: 100, offset: 0)
            let others = all.libraries.map(\.id).filter {
                ![scene.karin.libraryID, scene.pontus.libraryID].contains($0)
            }
            let event = try await scene.draftEvent()
            try await scene.invite(event, .list, .bound, others)
            let call = try await scene.openCall()
            let id = try await Self.draft(site, call: call, event: event)
            let activities = Link.edit(.activities, of: id)
            let edit = try await site.get(activities, as: scene.karin)
            #expect(edit.text.contains("Saknas: Perstorp"))
            #expect(edit.text.contains("Bjud in alla 32 andra bibliotek"))
            #expect(PageCheck(edit.text, isLoggedIn: true).faults.isEmpty)
            let repair = try #require(edit.value("repair"))
            let version = try #require(edit.value("version"))
            let mended = try await site.post(
                activities, as: scene.karin,
                [
                    ("events.0.eventId", "\(event)"), ("events.0.costShare", "30 000"), ("version", version),
                    ("repair", repair),
                ])
            #expect(mended.status == 303)
            #expect(try await scene.event(event).invitation.scope == .all)
            #expect(try await scene.application(id).request.events.map(\.amount) == [.kronor(30_000)])
            try await Self.decide(site, id)
            #expect(try await scene.event(event).isPublished)
            #expect(try await site.get("/").text.contains("Läslust i praktiken"))
        }
    }

    /// What is typed, section by section; the first begins the draft.
    private static func sections(_ event: Event.ID) -> [(ApplicationSection, [(String, String)])] {
        [
            (.needs, [("purpose", "Att lära")]),
            (.activities, [("events.0.eventId", "\(event)"), ("events.0.costShare", "29 000")]),
            (.budget, [("budget.0.kind", "fee"), ("budget.0.amount", "30000"), ("requestedAmount", "30 000 kr")]),
        ]
    }

    private static func draft(_ site: PageSite, call: Call.ID, event: Event.ID) async throws -> GrantApplication.ID {
        let scene = site.scene
        let page = try await site.post(
            Link.newApplication(call), as: scene.karin,
            [("title", "Läslust för alla"), ("libraryId", "\(try scene.library(of: scene.karin))")])
        let parts = try #require(page.location).split(separator: "/")
        let id = try #require(GrantApplication.ID(parts[1]))
        for (section, fields) in sections(event) {
            let version = ("version", "\(try await scene.application(id).version)")
            let saved = try await site.post(Link.edit(section, of: id), as: scene.karin, fields + [version])
            #expect(saved.status == 303)
        }
        return id
    }

    private static func decide(_ site: PageSite, _ id: GrantApplication.ID) async throws {
        let scene = site.scene
        func version() async throws -> (String, String) { ("version", "\(try await scene.application(id).version)") }
        let unsigned = try await site.post(Link.submission(id), as: scene.ulf, [try await version()])
        #expect(unsigned.status == 422)
        #expect(unsigned.text.contains("id=\"field-attested-error\""))
        let sent = try await site.post(
            Link.submission(id), as: scene.ulf, [try await version(), ("attested", "true")])
        #expect(sent.location == Link.receipt(id))
        #expect(try await site.get(Link.receipt(id), as: scene.ulf).text.contains("SAM "))
        #expect(try await site.post(Link.handling(id), as: scene.amira, [try await version()]).status == 303)
        let proposal = [("outcome", "approve"), ("amount", "30000"), ("reasons", "Angeläget.")]
        #expect(
            try await site.post(Link.recommendation(id), as: scene.amira, proposal + [try await version()]).status
                == 303)
        // A browser sends every field of the form, those of the board as well.
        let byDelegation =
            [("authority", "delegation")]
            + ["body", "meetingOn", "paragraph", "minutes"].map { ("board.\($0)", "") }
        let unreasoned = try await site.post(
            Link.decision(id), as: scene.dag,
            [("outcome", "approve"), ("amount", "20000"), try await version()] + byDelegation)
        #expect(unreasoned.status == 422)
        #expect(unreasoned.value("amount") == "20000")
        #expect(
            try await site.post(Link.decision(id), as: scene.dag, proposal + [try await version()] + byDelegation)
                .status
                == 303)
        let page = try await site.get(Link.deskCase(id), as: scene.dag)
        #expect(page.text.contains("Regionen beviljar 30\u{A0}000\u{A0}kr."))
        #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
    }

    @Test func `show what has changed since it was received and since it was recommended`() async throws {
        try await PageSite.with { site in
            let made = try await site.scene.case(.recommended)
            _ = try await site.scene.operations.editEvent(made.event, by: site.scene.karin, expecting: nil) { details in
                var details = details
                details.title = "En helt ny titel"
                return details
            }
            let page = try await site.get(Link.deskCase(made.application), as: site.scene.amira)
            #expect(page.text.contains("En helt ny titel"))
            #expect(page.text.contains("Läslust i praktiken"))
            #expect(page.text.contains("Efter förslaget"))
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test func `explain to whoever has a conflict of interest why they may not decide`() async throws {
        try await PageSite.with { site in
            let tove = try site.scene.database.person("tove@eslov.example")
            let event = try await site.scene.boundEvent(by: tove)
            let call = try await site.scene.openCall()
            let id = try await site.scene.operations.draftApplication(
                site.scene.request(for: [event]), to: call, from: try site.scene.library(of: tove), by: tove)
            _ = try await site.scene.operations.submitApplication(
                id, attested: true, by: try site.scene.database.person("gosta@eslov.example"))
            _ = try await site.scene.operations.handleApplication(id, by: site.scene.amira)
            _ = try await site.scene.operations.recommendDecision(
                on: id, .approve(.kronor(30_000)), reasons: "Ja", by: site.scene.amira)
            let page = try await site.get(Link.decision(id), as: site.scene.disa)
            #expect(page.text.contains("jäv"))
            #expect(!page.text.contains("name=\"outcome\""))
            let version = try await site.scene.application(id).version
            let forced = try await site.post(
                Link.decision(id), as: site.scene.disa,
                [("outcome", "approve"), ("amount", "1"), ("reasons", "x"), ("version", "\(version)")])
            #expect(forced.status == 403)
            #expect(forced.text.contains("jäv"))
        }
    }
}
