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
            _ = try await scene.operations.replyToBreach(of: condition, in: id, saying: "Brand.", by: scene.karin)
            let path = Link.settlement(condition, of: id)
            #expect(try await site.get(Link.desk, as: scene.dag).text.contains(path))
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
            let claim = Link.claim(try #require(try await scene.grant(id).claims.first).id, of: id)
            let shown = try await site.get(claim, as: scene.finn)
            #expect(PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
            let day = ("paidOn", Stockholm.day(try await scene.database.now()).text)
            let part = [("amount", "10 000"), ("reference", "BG 4"), day, try await version()]
            #expect(try await site.post("\(claim)/repayments", as: scene.finn, part).status == 303)
            #expect(try await site.get(claim, as: scene.ulf).text.contains("20\u{A0}000\u{A0}kr"))
        }
    }
}
