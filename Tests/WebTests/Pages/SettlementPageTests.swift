import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The page of a breach` {
    @Test func `leads from the desk to a claim of which a part has come back`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            try await scene.pay(scene.attestFirst(of: id), of: id)
            try await scene.callOff(accepted.case)
            let condition = accepted.grant.conditions[0].id
            #expect(try await site.get(Link.desk, as: scene.dag).text.contains("Arrangören ska svara senast"))
            _ = try await scene.operations.replyToBreach(of: condition, in: id, saying: "Brand.", by: scene.karin)
            let answered = try await site.get(Link.desk, as: scene.dag).text
            #expect(answered.contains("Arrangören svarade") && !answered.contains("Arrangören ska svara senast"))
            let path = Link.settlement(condition, of: id)
            #expect(try await site.get(Link.desk, as: scene.dag).text.contains(path))
            let file = try await site.get(Link.deskCase(accepted.case.application), as: scene.dag)
            #expect(file.text.contains(path), "who reads the case need not look for the desk")
            let page = try await site.get(path, as: scene.dag)
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.get(path, as: scene.ulf).status == 403)
            func version() async throws -> (String, String) { ("version", "\(try await scene.grant(id).revision)") }
            let blank = try await site.post(path, as: scene.dag, [("outcome", "waived"), try await version()])
            #expect(blank.status == 422)
            #expect(blank.text.contains("id=\"field-reasons-error\""))
            let settled = try await site.post(
                path, as: scene.dag, [("outcome", "enforced"), ("reasons", "Inget ny dag."), try await version()])
            #expect(settled.status == 303)
            let afterwards = try await site.get(Link.grant(id), as: scene.dag).text
            #expect(afterwards.contains("Hur avvikelsen avgjordes") && !afterwards.contains("Ta ställning"))
            let claim = Link.claim(try #require(try await scene.grant(id).claims.first).id, of: id)
            let shown = try await site.get(claim, as: scene.finn)
            #expect(PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
            let day = ("paidOn", Stockholm.day(try await scene.database.now()).text)
            let part = [("amount", "10 000"), ("reference", "BG 4"), day, try await version()]
            #expect(try await site.post("\(claim)/repayments", as: scene.finn, part).status == 303)
            #expect(try await site.get(claim, as: scene.ulf).text.contains("20\u{A0}000\u{A0}kr"))
        }
    }

    @Test func `that became a claim is decided anew once the decision is reopened`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let broken = try await scene.brokenCase(paid: true)
            _ = try await scene.operations.demandRepayment(
                of: broken.grant.id, dueOn: nil, because: "Inställt.", by: scene.dag)
            let claim = try #require(try await scene.grant(broken.grant.id).claims.first)
            let id = broken.case.application
            let file = try await site.get(Link.deskCase(id), as: scene.dag).text
            #expect(file.contains("Ompröva ett senare beslut"))
            #expect(PageCheck(file, isLoggedIn: true).faults.isEmpty)
            let version = ("version", "\(try await scene.application(id).version)")
            let chosen = [("laterDocumentId", "\(claim.documentID)"), ("laterGround", "court"), version]
            let blank = try await site.post(Link.laterReopening(id), as: scene.dag, chosen)
            #expect(blank.status == 422)
            for field in ["laterReference", "laterReasons"] {
                #expect(blank.text.contains("id=\"field-\(field)-error\""))
            }
            let said = [("laterReference", "Mål 9"), ("laterReasons", "Domen.")]
            #expect(try await site.post(Link.laterReopening(id), as: scene.ulf, chosen + said).status == 403)
            #expect(try await site.post(Link.laterReopening(id), as: scene.dag, chosen + said).status == 303)
            let after = try await site.get(Link.deskCase(id), as: scene.dag).text
            #expect(after.contains("Gäller inte längre") && !after.contains("Ompröva ett senare beslut"))
            let page = try await site.get(Link.claim(claim.id, of: broken.grant.id), as: scene.ulf).text
            #expect(page.contains("Släppt"))
            #expect(PageCheck(page, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.get("\(Link.claims)?state=released", as: scene.finn).text.contains(claim.reference))
        }
    }

    @Test func `that became a claim says how to pay, and is followed up until nothing is left`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let broken = try await scene.brokenCase(paid: true)
            _ = try await scene.operations.demandRepayment(
                of: broken.grant.id, dueOn: nil, because: "Inställt.", by: scene.dag)
            let claim = try #require(try await scene.grant(broken.grant.id).claims.first)
            let path = Link.claim(claim.id, of: broken.grant.id)
            #expect(try await site.get(Link.paymentDesk, as: scene.finn).text.contains(Link.claims))
            let page = try await site.get(path, as: scene.ulf).text
            #expect(page.contains("bankgiro 123-4566") && page.contains("Ange \(claim.reference) som referens"))
            #expect(PageCheck(page, isLoggedIn: true).faults.isEmpty)
            let letter = try await site.get(
                Link.document(claim.documentID, of: broken.grant.applicationID), as: scene.ulf
            ).text
            for words in [
                "bankgiro 123-4566", "Ange \(claim.reference) som", "Region Skåne", "Förvaltningsrätten i Malmö",
            ] {
                #expect(letter.contains(words), "\(words)")
            }
            #expect(try await site.get("/workbench", as: scene.ulf).text.contains(path))
            #expect(try await !site.get(Link.desk, as: scene.finn).text.contains(path), "it is not overdue")
            try await scene.letClaimsFallDue()
            let list = try await site.get("\(Link.claims)?state=overdue", as: scene.finn).text
            #expect(list.contains(path) && list.contains("30\u{A0}000\u{A0}kr"))
            #expect(PageCheck(list, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.get(Link.desk, as: scene.finn).text.contains(path))
            #expect(try await site.get("/workbench", as: scene.ulf).text.contains("Förfallna återkrav"))
            #expect(try await !site.get("\(Link.claims)?state=due", as: scene.finn).text.contains(path))
            #expect(try await site.get("\(Link.claims)?state=x", as: scene.finn).status == 400)
            #expect(try await site.get(Link.claims, as: scene.ulf).status == 403)
            _ = try await scene.operations.writeOffClaim(
                claim.id, of: broken.grant.id, because: "Ringa.", by: scene.dag)
            #expect(try await !site.get(Link.claims, as: scene.finn).text.contains(path))
            #expect(try await site.get("\(Link.claims)?state=written-off", as: scene.finn).text.contains(path))
        }
    }

    @Test func `withholds nothing until the host has answered, and says until when`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let accepted = try await scene.acceptedCase()
            try await scene.callOff(accepted.case)
            let path = Link.settlement(accepted.grant.conditions[0].id, of: accepted.grant.id)
            #expect(try await site.get(path, as: scene.dag).text.contains("på sig att svara"))
            func settle(_ accepted: String, _ id: Grant.ID) async throws -> Int {
                let version = ("version", "\(try await scene.grant(id).revision)")
                return try await site.post(
                    path, as: scene.dag,
                    [("outcome", "waived"), ("reasons", "Sjukdom."), ("acceptedAmount", accepted), version]
                ).status
            }
            #expect(try await settle("29 999", accepted.grant.id) == 409)
            #expect(try await settle("30 000", accepted.grant.id) == 303)
        }
    }

    @Test func `offers a new date for what is called off, and not for what was narrowed`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let accepted = try await scene.acceptedCase()
            _ = try await scene.operations.reportDeviation(
                from: accepted.case.event, because: "Bara vi.", .invitation(InvitationForm(scope: .own, state: .draft)),
                by: scene.karin)
            let path = Link.newDate(accepted.grant.conditions[0].id, of: accepted.grant.id)
            #expect(try await !site.get(Link.grant(accepted.grant.id), as: scene.amira).text.contains(path))
            // The negative control.
            let broken = try await scene.brokenCase()
            let offered = Link.newDate(broken.grant.conditions[0].id, of: broken.grant.id)
            #expect(try await site.get(Link.grant(broken.grant.id), as: scene.amira).text.contains(offered))
        }
    }

    @Test func `is led to by the form on which a case officer notes it`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let id = try await scene.reportedCase(paid: true).grant
            let condition = try await scene.grant(id).conditions[0].id
            let path = Link.breach(condition, of: id)
            #expect(try await site.get(Link.grant(id), as: scene.amira).text.contains(path))
            #expect(try await !site.get(Link.grant(id), as: scene.ulf).text.contains(path))
            #expect(try await site.get(path, as: scene.ulf).status == 403)
            #expect(PageCheck(try await site.get(path, as: scene.amira).text, isLoggedIn: true).faults.isEmpty)
            let version = ("version", "\(try await scene.grant(id).revision)")
            let blank = try await site.post(path, as: scene.amira, [("ground", "evidence"), version])
            #expect(blank.status == 422)
            #expect(blank.text.contains("id=\"field-reasons-error\""))
            let found = try await site.post(
                path, as: scene.amira, [("ground", "evidence"), ("reasons", "Ingen närvarolista."), version])
            #expect(found.status == 303)
            let shown = try await site.get(Link.settlement(condition, of: id), as: scene.dag)
            #expect(shown.text.contains("Ingen närvarolista."))
            #expect(PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.get(Link.desk, as: scene.amira).text.contains("Ingen närvarolista."))
            #expect(
                try await site.get(Link.reply(condition, of: id), as: scene.ulf).text.contains("Ingen närvarolista."))
        }
    }
}
