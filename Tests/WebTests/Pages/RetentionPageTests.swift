import Domain
import Operations
import TestDatabase
import Testing

@testable import Web

@Suite struct `The page of what is kept` {
    @Test func `tells everybody how long, in both languages, and by which decision`() async throws {
        try await PageSite.with { site in
            #expect(try await site.get(Link.retention).text.contains("Alla ärenden bevaras."))
            try await site.scene.database.run(
                "INSERT INTO retention_rules (years, decision, valid_from) VALUES (10, 'KN 2026/7 § 4', '2026-01-01')")
            let page = try await site.get(Link.retention)
            #expect(PageCheck(page.text, isLoggedIn: false).faults.isEmpty)
            #expect(page.text.contains("KN 2026/7 § 4") && page.text.contains("10 år från avslutet"))
            #expect(page.text.contains("\(Schedule.daysOfEndedTokens) dagar efter"))
            let english = try await site.get(Link.retention, as: site.scene.amira, in: "en")
            #expect(english.text.contains("10 years from the closing"))
        }
    }
}
