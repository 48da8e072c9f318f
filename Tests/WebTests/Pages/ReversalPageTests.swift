import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The page of a claim's entry` {
    @Test func `takes it back for the reason that is typed, and shows both`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let broken = try await scene.brokenCase(paid: true)
            let id = broken.grant.id
            _ = try await scene.operations.demandRepayment(of: id, dueOn: nil, because: "Inställt.", by: scene.dag)
            let claim = try #require(try await scene.grant(id).claims.first).id
            let page = Link.claim(claim, of: id)
            func repay() async throws -> Shown {
                try await site.post(
                    "\(page)/repayments", as: scene.finn,
                    [
                        ("amount", "30 000"), ("reference", "BG 5"),
                        ("version", "\(try await scene.grant(id).revision)"),
                        ("paidOn", Stockholm.day(try await scene.database.now()).text),
                    ])
            }
            #expect(try await repay().status == 303)
            let entry = try #require(try await scene.grant(id).claims[0].entries.first).id
            let path = Link.reversal(entry, of: claim, in: id)
            #expect(try await site.get(page, as: scene.finn).text.contains(path))
            #expect(try await !site.get(page, as: scene.dag).text.contains(path), "finance has booked it")
            #expect(try await site.get(path, as: scene.ulf).status == 403)
            #expect(PageCheck(try await site.get(path, as: scene.finn).text, isLoggedIn: true).faults.isEmpty)
            let version = ("version", "\(try await scene.grant(id).revision)")
            let blank = try await site.post(path, as: scene.finn, [version, ("reasons", " ")])
            #expect(blank.status == 422 && blank.text.contains("id=\"field-reasons-error\""))
            #expect(try await site.post(path, as: scene.finn, [version, ("reasons", "Fel ärende.")]).status == 303)
            let shown = try await site.get(page, as: scene.ulf).text
            #expect(shown.contains("Tagen tillbaka") && shown.contains("Fel ärende.") && shown.contains("bankgiro"))
            #expect(PageCheck(shown, isLoggedIn: true).faults.isEmpty)
            #expect(try await repay().status == 303)
        }
    }

    @Test func `says beside the reference that it is booked already`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            try await scene.recordRepayment()
            let claims = try await scene.database.claims(
                standing: [.due], on: Stockholm.day(scene.now), limit: 9, offset: 0
            ).claims
            for claim in claims where try await scene.grant(claim.grantID).claims[0].hasBooked("BG3", on: site.today) {
                let answer = try await site.post(
                    "\(Link.claim(claim.id, of: claim.grantID))/repayments", as: scene.finn,
                    [
                        ("amount", "1"), ("reference", "BG 3"), ("paidOn", site.today.text),
                        ("version", "\(try await scene.grant(claim.grantID).revision)"),
                    ])
                #expect(answer.status == 422 && answer.text.contains("id=\"field-reference-error\""))
                #expect(answer.text.contains("redan bokförd") && answer.value("reference") == "BG 3")
                return
            }
            Issue.record("no claim has that entry")
        }
    }
}

extension PageSite {
    fileprivate var today: Day { Stockholm.day(scene.now) }
}

@Suite struct `What a grant waits for` {
    @Test func `is told while something of it is demanded: how much, by when, what is left and how to pay`()
        async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            let id = reported.grant
            try await scene.settleReport(of: reported.case, id)
            _ = try await scene.operations.confirmSettlement(of: id, by: scene.dag)
            let claim = try #require(try await scene.grant(id).claims.first)
            _ = try await scene.operations.recordRepayment(
                of: .kronor(2_000), on: Stockholm.day(scene.now), reference: "BG 1", to: claim.id, of: id,
                by: scene.finn)
            for path in [Link.grant(id), Link.application(reported.case.application)] {
                let page = try await site.get(path, as: scene.ulf)
                for words in [
                    "kräver tillbaka 12\u{A0}000", claim.reference, "Kvar att betala är 10\u{A0}000",
                    "\(Link.claim(claim.id, of: id))#payment",
                ] {
                    #expect(page.text.contains(words), "\(path): \(words)")
                }
                #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            }
            let waits = try await site.get(Link.grant(id), as: scene.ulf, in: "en").text
            #expect(waits.contains("The case is closed once SEK\u{A0}10,000 is paid back"))
            #expect(try await site.get(Link.grant(id), as: scene.ulf).text.contains("Kontot kan inte ändras"))
        }
    }

    @Test func `is nothing where all is settled`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let reported = try await scene.reportedCase(paid: true)
            try await scene.settleReport(of: reported.case, reported.grant)
            #expect(try await scene.grant(reported.grant).state == .settled)
            let page = try await site.get(Link.grant(reported.grant), as: scene.ulf).text
            #expect(page.contains("Inget är kvar att reglera.") && !page.contains("kräver tillbaka"))
        }
    }

    @Test func `says why the account stays as it is, and lets it be changed where it may`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let id = try await scene.acceptedCase().grant.id
            #expect(try await site.get(Link.grant(id), as: scene.ulf).text.contains(Link.payeeAccount(id)))
            let payment = try await scene.attestFirst(of: id)
            let fixed = try await site.get(Link.grant(id), as: scene.ulf).text
            #expect(fixed.contains("attesterad och på väg") && !fixed.contains(Link.payeeAccount(id)))
            try await scene.pay(payment, of: id)
            #expect(try await site.get(Link.grant(id), as: scene.ulf).text.contains(Link.payeeAccount(id)))
        }
    }

    @Test func `tells of a waived condition that it binds on, and since when, on its page and by the API`()
        async throws
    {
        try await API.with { api in
            let scene = api.scene
            let made = try await scene.acceptedCase()
            let id = made.grant.id
            let path = "/api/v1/grants/\(id)"
            let held = try await api.get(path, as: People.ulf)["conditions"].items[0]
            #expect(held["bindsOn"].truth == false && held["bindsOnSince"] == .null)
            _ = try await scene.operations.reportDeviation(
                from: made.case.event, because: "Dyr lokal.",
                .event { details in
                    var details = details
                    details.prices = Prices(own: details.prices.own, others: .kronor(200))
                    return details
                }, by: scene.karin)
            _ = try await scene.operations.settleBreach(
                of: made.grant.conditions[0].id, in: id, as: .waived(accepted: .kronor(30_000)), because: "Ringa.",
                by: scene.dag)
            let waived = try await api.get(path, as: People.ulf)["conditions"].items[0]
            #expect(waived["bindsOn"].truth == true)
            #expect(waived["bindsOnSince"] == waived["settlements"].items[0]["settledAt"])
        }
    }
}
