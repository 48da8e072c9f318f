import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The report of a grant, by the API` {
    @Test func `is saved, sent, settled and confirmed, and its draft is the library's own`() async throws {
        try await API.with { api in
            let scene = api.scene
            let ended = try await scene.endedCase(paid: true)
            let path = "/api/v1/grants/\(ended.grant)/report"
            let guest = try scene.library(of: scene.pontus)
            let body = """
                {"events": [{"eventId": "\(ended.case.event)", "carriedOut": true, "refused": 0,
                 "guests": [{"libraryId": "\(guest)", "registered": 4, "attended": 3}]}],
                 "outcome": [{"kind": "fee", "amount": {"amount": "18000.00", "currency": "SEK"}}],
                 "total": {"amount": "18000.00", "currency": "SEK"}, "learnings": "Mycket.", "supportWasTold": true}
                """
            #expect(try await api.send(.put, path, as: People.karin, body).status == 428)
            let saved = try await api.send(.put, path, as: People.karin, body, [.ifMatch: "\"0\""])
            #expect(saved.status == 200)
            #expect(saved["draft"]["version"].number == 1)
            #expect(saved["events"].items.first?["invited"].items.count == 32)
            #expect(try await api.get(path, as: People.amira)["draft"]["version"].number == nil)
            let sent = try await api.send(.post, "\(path)/submission", as: People.ulf, #"{"attested": true}"#)
            #expect(sent["sent"].items.map { $0["number"].number } == [1])
            #expect(sent["sent"].items.first?["hints"].items.isEmpty == true)
            #expect(sent["unspent"]["claimed"]["amount"].text == "12000.00")
            let settling = "{\"accepted\": [{\"eventId\": \"\(ended.case.event)\"}], \"reasons\": \"Godtas.\"}"
            let grant = "/api/v1/grants/\(ended.grant)"
            let proposed = try await api.send(.post, "\(grant)/settlement", as: People.amira, settling)
            #expect(proposed["state"].text == "reported")
            let returned = try await api.send(
                .post, "\(grant)/settlement/return", as: People.dag, #"{"reasons": "Visa mer."}"#)
            #expect(returned["state"].text == "reported")
            let told = try await api.get(path, as: People.ulf)["settlements"].items.first
            #expect(told?["returned"]["reasons"].text == "Visa mer.")
            _ = try await api.send(.post, "\(grant)/settlement", as: People.amira, settling)
            let settled = try await api.send(.post, "\(grant)/settlement/confirmation", as: People.dag)
            #expect(settled["state"].text == "settled")
            #expect(settled["claims"].items.map { $0["kind"].text } == ["unspent"])
            let claims = try await api.get("/api/v1/claims?state=due", as: People.finn)
            #expect(
                claims["items"].items.map { $0["reference"].text }
                    == settled["claims"].items.map { $0["reference"].text })
            #expect(claims["sum"]["left"]["amount"].text == "12000.00" && claims["total"].number == 1)
            #expect(try await api.get("/api/v1/claims?state=overdue", as: People.finn)["total"].number == 0)
            #expect(settled["reporting"]["released"]["amount"].text == "0.00")
        }
    }
}
