import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `A decision that nobody has posted` {
    @Test func `stands on the desk until it is posted`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            #expect(try await !site.get(Link.desk, as: scene.amira).text.contains("Beslut som inte är anslagna"))
            let made = try await scene.case(.approved)
            let number = try #require(try await scene.database.decision(on: made.application)).number
            let desk = try await site.get(Link.desk, as: scene.amira)
            #expect(desk.text.contains("Beslut som inte är anslagna") && desk.text.contains(number))
            #expect(desk.text.contains("beslutat i dag"))
            #expect(PageCheck(desk.text, isLoggedIn: true).faults.isEmpty)
            _ = try await scene.operations.announceDecision(on: made.application, by: scene.amira)
            #expect(try await scene.database.unpostedDecisions(limit: 5).isEmpty)
        }
    }

    @Test func `and was made of a grant whose decision was reopened since is posted and appealed by its page`()
        async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let two = try await scene.caseOfTwo()
            let id = two.grant.applicationID
            let change = try await scene.operations.requestChange(
                of: two.grant.id, .amount([.init(eventID: two.events[0], amount: .kronor(4_000))]), because: "Billigt.",
                by: scene.ulf)
            try await scene.approve(change, of: two.grant.id)
            _ = try await scene.operations.announceDecision(on: id, by: scene.amira)
            _ = try await scene.operations.reopenDecision(
                on: id, Reopening(ground: .plainlyWrong, reference: "Brev", reasons: "Fel."), by: scene.dag)
            let waiting = try #require(try await scene.database.unpostedDecisions(limit: 5).first)
            #expect(waiting.kind == .amendment)
            let page = try await site.get(Link.deskCase(id), as: scene.amira)
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            let paper = try #require(
                try await scene.database.documents(of: id).first { $0.document.kind == .amendment }?.document.id)
            #expect(page.text.contains(Link.announcement(id, of: paper)))
            #expect(page.text.contains("name=\"documentId\""), "an appeal of it can be noted")
            let version = try await scene.application(id).version
            let posted = try await site.post(
                Link.announcement(id, of: paper), as: scene.amira, [("version", "\(version)")])
            #expect(posted.status == 303)
            #expect(try await scene.database.unpostedDecisions(limit: 5).isEmpty)
        }
    }
}
