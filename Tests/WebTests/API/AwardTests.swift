import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `What was granted` {
    @Test func `is listed page by page, what was granted here first`() async throws {
        try await API.with(.everything) { api in
            let before = try await api.scene.database.awards(limit: 1, offset: 0)
            let funded = try await api.scene.case(.approved)
            let grant = try #require(try await api.scene.grant(of: funded.application))
            let after = try await api.scene.database.awards(limit: 1, offset: 0)
            #expect(after.total == before.total + 1)
            #expect(after.amount.ore == before.amount.ore + grant.amount.ore)
            let first = try await api.get("/api/v1/earlier-awards?limit=1")
            #expect(first["total"].number == after.total)
            #expect(first["items"][0]["awardedAt"].text != nil && first["items"][0]["source"] == .null)
            var found = 0
            for page in 1...(after.total + 6) / 7 {
                found += try await api.get("/api/v1/earlier-awards?limit=7&page=\(page)")["items"].items.count
            }
            #expect(found == after.total)
        }
    }

    @Test func `and is sought in a call is summed for the region alone, however short the page`() async throws {
        try await API.with { api in
            let call = try await api.scene.openCall()
            _ = try await api.scene.case(.submitted, in: call)
            let other = try await api.scene.case(.submitted, in: call)
            _ = try await api.scene.operations.withdrawApplication(
                other.application, because: "Nej.", by: api.scene.ulf)
            let found = try await api.scene.database.applications(in: call, limit: 1, offset: 1)
            #expect(found.applications.count == 1 && found.total == 2)
            #expect(found.askedFor == (try await api.scene.application(other.application)).request.requestedAmount)
            let path = "/api/v1/calls/\(call)/budget"
            #expect(try await api.get(path, as: People.amira)["askedFor"]["amount"].text != nil)
            for reader in [People.karin, nil] {
                #expect(try await api.get(path, as: reader)["askedFor"] == .null)
            }
        }
    }
}
