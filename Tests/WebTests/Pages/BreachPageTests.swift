import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The pages of a breach` {
    @Test func `show whoever judges it what has changed and what the rule says, and no choice that is refused`()
        async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let accepted = try await scene.acceptedCase()
            try await Self.narrow(accepted.case, scene)
            let settling = Link.settlement(accepted.grant.conditions[0].id, of: accepted.grant.id)
            for path in [settling, Link.deskCase(accepted.case.application)] {
                let page = try await site.get(path, as: scene.dag)
                for words in ["Det som har ändrats i händelsen", "Inget annat bibliotek är inbjudet.", "(P2)"] {
                    #expect(page.text.contains(words), "\(words) at \(path)")
                }
                #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty, "\(path)")
            }
            let powerless = try await site.get(settling, as: scene.amira).text
            #expect(!powerless.contains("value=\"frustrated\""))
            #expect(powerless.contains("Då är det en beslutsfattare som avgör avvikelsen"))
            let cancelled = try await scene.brokenCase()
            let path = Link.settlement(cancelled.grant.conditions[0].id, of: cancelled.grant.id)
            #expect(try await site.get(path, as: scene.amira).text.contains("value=\"frustrated\""))
        }
    }

    @Test func `lead host and applicant to the answer, and say that it was sent`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let accepted = try await scene.acceptedCase()
            try await scene.callOff(accepted.case)
            let path = Link.reply(accepted.grant.conditions[0].id, of: accepted.grant.id)
            for person in [scene.karin, scene.ulf] {
                #expect(try await site.get(Link.grant(accepted.grant.id), as: person).text.contains(path))
            }
            let sent = try await site.post(path, as: scene.karin, [("reply", "Föreläsaren blev sjuk.")])
            #expect(sent.location?.hasSuffix("#done") == true, "a redirect would keep the form's own place")
            let page = try await site.get(String(try #require(sent.location).prefix { $0 != "#" }), as: scene.karin)
            #expect(page.text.contains("id=\"done\"") && page.text.contains("Svaret är skickat"))
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test func `are announced on both forms of a funded event, and on no other`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let funded = try await scene.case(.approved).event
            for path in [Link.editEvent(funded), Link.invitation(funded)] {
                let page = try await site.get(path, as: scene.karin).text
                #expect(page.contains("Ett bidrag är beroende av den här händelsen"), "\(path)")
                #expect(PageCheck(page, isLoggedIn: true).faults.isEmpty, "\(path)")
            }
            let other = try await site.get(Link.editEvent(scene.draftEvent()), as: scene.karin).text
            #expect(!other.contains("Ett bidrag är beroende"))
        }
    }

    @Test func `say which button makes a change whose reason is filled in`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.approved)
            let fields = [
                ("scope", "own"), ("state", "published"), ("version", "\(try await scene.event(made.event).version)"),
            ]
            let first = try await site.post(Link.invitation(made.event), as: scene.karin, fields).text
            #expect(first.contains("Spara utan att anmäla avvikelse") && !first.contains("Orsaken är ifylld"))
            let again = try await site.post(
                Link.invitation(made.event), as: scene.karin, fields + [("reason", "Lokalen brann")])
            #expect(again.status == 409)
            #expect(again.text.contains("Orsaken är ifylld, men ändringen är inte gjord."))
        }
    }

    @Test func `of a grant that is paid speak of money to be claimed back, and stop when all has come`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let broken = try await scene.brokenCase(paid: true)
            let id = broken.grant.id
            let held = try await site.get(Link.grant(id), as: scene.ulf).text
            #expect(held.contains("Hela bidraget är utbetalt.") && !held.contains("Utbetalningen är pausad"))
            let path = Link.settlement(broken.grant.conditions[0].id, of: id)
            let whole = [
                ("outcome", "enforced"), ("reasons", "Inget nytt datum."),
                ("version", "\(try await scene.grant(id).revision)"),
            ]
            #expect(try await site.post(path, as: scene.dag, whole).status == 303)
            #expect(try await site.get(Link.workbench, as: scene.ulf).text.contains("Betala tillbaka 30\u{A0}000"))
            let claim = try #require(try await scene.grant(id).claims.first)
            let grant = try await site.get(Link.grant(id), as: scene.ulf).text
            #expect(grant.contains("Återkrav \(claim.reference)") && grant.contains("av bidraget dras in."))
            let back = [
                ("amount", "30 000"), ("reference", "BG 5"), ("version", "\(try await scene.grant(id).revision)"),
                ("paidOn", Stockholm.day(try await scene.database.now()).text),
            ]
            #expect(
                try await site.post("\(Link.claim(claim.id, of: id))/repayments", as: scene.finn, back).status == 303)
            try await Self.nothingIsAsked(of: id, site)
        }
    }

    private static func nothingIsAsked(of id: Grant.ID, _ site: PageSite) async throws {
        let scene = site.scene
        let workbench = try await site.get(Link.workbench, as: scene.ulf).text
        #expect(workbench.contains("Återbetald") && workbench.contains("Inget mer att göra."))
        #expect(!workbench.contains("Genomför händelserna"))
        let page = try await site.get(Link.grant(id), as: scene.ulf)
        #expect(page.text.contains("Hela bidraget är indraget: det finns inget att redovisa."))
        for gone in ["Redovisa bidraget", Link.report(id), "/changes/", "id=\"payee-account\"", "Pågående"] {
            #expect(!page.text.contains(gone), "\(gone)")
        }
        #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
        try await scene.reportIsDue(on: Stockholm.day(scene.now).adding(days: -90))
        try await scene.letEventsPass(days: 110)
        #expect(try await !scene.grant(id).reporting.isOverdue)
        #expect(try await !site.get(Link.desk, as: scene.amira).text.contains(Link.report(id)))
        _ = try await scene.operations.moveGrants()
        #expect(try await !scene.database.outbox(limit: 50).contains { $0.topic == "report-reminder" })
    }

    private static func narrow(_ made: Case, _ scene: Scene) async throws {
        _ = try await scene.operations.reportDeviation(
            from: made.event, because: "Brist.", .invitation(InvitationForm(scope: .own, state: .published)),
            by: scene.karin)
    }
}
