import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The money of a grant, by the API` {
    @Test func `is accepted, attested and paid, each with its version and only once under its key`() async throws {
        try await API.with { api in
            let scene = api.scene
            let id = try await scene.grantID(of: scene.case(.approved))
            let grant = "/api/v1/grants/\(id)"
            let terms = try await api.get("\(grant)/terms", as: People.ulf)
            let hash = try #require(terms["hash"].text)
            #expect(terms["text"].text?.contains("30\u{A0}000\u{A0}kr") == true)
            let other = try await api.send(.post, "\(grant)/acceptance", as: People.ulf, #"{"termsHash": "0"}"#)
            #expect(other.status == 412)
            let accepted = try await api.send(
                .post, "\(grant)/acceptance", as: People.ulf, "{\"termsHash\": \"\(hash)\"}")
            #expect(accepted.status == 200)
            #expect(accepted["state"].text == "active")
            #expect(accepted["acceptance"]["termsHash"].text == hash)
            #expect(accepted["money"]["underWay"]["amount"].text == "30000.00")
            let account = #"{"kind": "plusgiro", "number": "12 34 56-6"}"#
            #expect(try await api.send(.put, "\(grant)/payee-account", as: People.ulf, account).status == 428)
            let tag = try #require(accepted.headers[.eTag])
            let confirmed = try await api.send(
                .put, "\(grant)/payee-account", as: People.ulf, account, [.ifMatch: tag])
            #expect(confirmed["payeeAccount"]["number"].text == "12 34 56-6")
            try await Self.pay(api, grant, try #require(accepted["payments"].items.first?["id"].text))
        }
    }

    private static func pay(_ api: API, _ grant: String, _ id: String) async throws {
        let payment = "\(grant)/payments/\(id)"
        #expect(try await api.send(.post, "\(payment)/attestation", as: People.finn).status == 200)
        let today = Stockholm.day(try await api.scene.database.now()).text
        let body = "{\"reference\": \"BG 1\", \"paidOn\": \"\(today)\"}"
        let same = try await api.send(.post, "\(payment)/transfer", as: People.finn, body)
        #expect(same.status == 403)
        #expect(same["code"].text == "two_persons_pay")
        let batch = try await api.send(.post, "/api/v1/payment-batches", as: People.frida)
        #expect(batch.status == 201)
        #expect(batch["lines"].items.first?["account"]["kind"].text == "plusgiro")
        let address = try #require(batch["links"]["self"].text)
        let again = try await api.get(address, as: People.finn)
        #expect(again.json == batch.json)
        #expect(try await api.get("/api/v1/payment-batches", as: People.auditor)["total"].number == 1)
        let ledger = try await api.get("\(grant)/payments", as: People.karin)
        #expect(ledger["items"].items.map { $0["state"].text } == ["exported"])
    }
}
