import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `An entry that is taken back, by the API` {
    @Test func `stands beside its counter-entry, and the claim is due again`() async throws {
        try await API.with { api in
            let scene = api.scene
            let broken = try await scene.brokenCase(paid: true)
            let id = broken.grant.id
            _ = try await scene.operations.demandRepayment(of: id, dueOn: nil, because: "Inställt.", by: scene.dag)
            let claim = try #require(try await scene.grant(id).claims.first).id
            let path = "/api/v1/grants/\(id)/claims/\(claim)"
            let today = Stockholm.day(scene.now).text
            let body =
                #"{"amount": {"amount": "30000.00", "currency": "SEK"}, "reference": "BG 1", "paidOn": "\#(today)"}"#
            let paid = try await api.send(.post, "\(path)/repayments", as: People.finn, body)
            #expect(paid["claims"].items[0]["state"].text == "repaid")
            let entry = try #require(paid["claims"].items[0]["entries"].items[0]["id"].text)
            let reversal = "\(path)/entries/\(entry)/reversal"
            let reversed = try await api.send(.post, reversal, as: People.finn, #"{"reasons": "Fel ärende."}"#)
            #expect(reversed.status == 200)
            let told = reversed["claims"].items[0]
            #expect(told["state"].text == "due" && told["left"]["amount"].text == "30000.00")
            #expect(told["entries"].items.map { $0["amount"]["amount"].text } == ["30000.00", "30000.00"])
            #expect(told["entries"].items.map { $0["reversesId"].text } == [nil, entry])
            let again = try await api.send(.post, reversal, as: People.finn, #"{"reasons": "Igen."}"#)
            #expect(again.status == 409)
        }
    }
}
