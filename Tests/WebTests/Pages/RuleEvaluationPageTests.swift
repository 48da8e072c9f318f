import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `What the rule said, on pages` {
    @Test(arguments: [
        (
            "sv", "När en avvikelse anmäldes", "Inget annat bibliotek är inbjudet.",
            "Arrangören kan rätta det."
        ),
        ("en", "When a deviation was reported", "No other library is invited.", "The host can mend it."),
    ])
    func `is told by moment with clause, facts and who can mend it, in both languages`(
        _ language: String, _ moment: String, _ sentence: String, _ mender: String
    ) async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.approved)
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Brist.", .invitation(InvitationForm(scope: .own, state: .published)),
                by: scene.karin)
            for (person, page) in [
                (scene.karin, Link.application(made.application)), (scene.amira, Link.deskCase(made.application)),
            ] {
                let linking = try await site.get(page, as: person, in: language)
                #expect(linking.text.contains("href=\"\(Link.evaluations(made.application))\""))
                let list = try await site.get(Link.evaluations(made.application), as: person, in: language)
                for words in [moment, sentence, mender, "(P2)"] { #expect(list.text.contains(words), "\(words)") }
                #expect(PageCheck(list.text, isLoggedIn: true).faults.isEmpty)
            }
            let kept = try await scene.database.evaluations(of: made.application, limit: 1).evaluations[0]
            let address = Link.evaluation(kept.number, of: made.application)
            let page = try await site.get(address, as: scene.amira, in: language)
            for words in [moment, sentence, mender, kept.hexadecimalHash, "Läslust"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.get(address, as: scene.pontus).status == 404)
        }
    }

    @Test func `of a draft looks missing to the region`() async throws {
        try await PageSite.with { site in
            let made = try await site.scene.case(.drafted)
            #expect(try await site.get(Link.evaluations(made.application), as: site.scene.amira).status == 404)
            #expect(try await site.get(Link.evaluations(made.application), as: site.scene.karin).status == 200)
        }
    }
}
