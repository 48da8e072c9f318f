import Domain
import TestDatabase
import Testing

@testable import Web

@Suite struct `A page that does not exist` {
    @Test(arguments: ["/no-such-page", "/events/none/of/this", "/calls/new/again"])
    func `has the header of whoever asks for it`(_ path: String) async throws {
        try await PageSite.with { site in
            let known = try await site.get(path, as: site.scene.karin)
            #expect(known.status == 404)
            #expect(known.text.contains(site.scene.karin.name))
            #expect(known.text.contains("Arbetsbordet"))
            #expect(PageCheck(known.text, isLoggedIn: true).faults.isEmpty)
            let stranger = try await site.get(path, in: "en")
            #expect(stranger.status == 404)
            #expect(stranger.text.contains("Log in"))
            #expect(!stranger.text.contains(site.scene.karin.name))
        }
    }
}
