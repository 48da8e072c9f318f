import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The publication of a call` {
    @Test func `is asked for on a page of its own, with what can then be changed no more`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let id = try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: scene.amira)
            let path = Link.publishCall(id)
            let call = try await site.get(Link.call(id), as: scene.amira).text
            #expect(call.contains("href=\"\(path)\"") && !call.contains("action=\"\(path)"))
            let page = try await site.get(path, as: scene.amira)
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            #expect(page.text.contains("Villkoren kan inte ändras sedan"))
            #expect(page.text.contains("Inbjudan går ut minst 14 dagar före."))
            #expect(try await scene.call(id).publishedAt == nil)
            let version = [("version", try #require(page.value("version")))]
            #expect(try await site.post(path, as: scene.amira, version).status == 303)
            #expect(try await scene.call(id).publishedAt != nil)
            #expect(try await site.get(path, as: scene.amira).location == Link.call(id))
        }
    }

    @Test func `tells one day and one seat as one, and none as none`() {
        let (sv, en) = (Phrases(.swedish), Phrases(.english))
        let one = CallRule(invite: .atLeast(1), noticeDays: 1, minimumSeatsForOthers: 1)
        #expect(sv.terms(of: one).contains("Minst ett annat folkbibliotek bjuds in."))
        #expect(sv.terms(of: one).contains("Inbjudan går ut minst 1 dag före."))
        #expect(sv.terms(of: one).contains("Minst 1 plats går att få för andra bibliotek."))
        #expect(en.terms(of: one).contains("At least 1 seat can be had by other libraries."))
        let none = CallRule(noticeDays: 0, minimumSeatsForOthers: 0)
        #expect(sv.terms(of: none).contains("Inbjudan går ut innan händelsen börjar."))
        #expect(!sv.terms(of: none).contains { $0.contains("0 ") && !$0.contains("50") })
        let day = sv.terms(of: GrantTerms(reportDays: 1))
        #expect(day.contains("Bidraget redovisas senast dagen efter den sista händelsen."))
        #expect(sv.terms(of: GrantTerms()).contains("Bidraget redovisas senast 42 dagar efter den sista händelsen."))
    }
}
