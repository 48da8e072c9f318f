import HTTPTypes
import Postgres
import TestDatabase
import Testing

@testable import Web

@Suite struct `The record of a case in the API` {
    @Test func `is the very bytes that were hashed`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            #expect(try await api.get("\(lund.address)/snapshot", as: People.sven).status == 404)
            #expect(try await api.get("\(lund.address)/changes", as: People.sven).status == 404)
            try await lund.submit()
            let answer = try await api.get("\(lund.address)/snapshot", as: People.amira)
            let digest = try #require(HTTPField.Name("Repr-Digest").flatMap { answer.headers[$0] })
            let kept = try await api.scene.client.transaction {
                try await $0.lines(
                    "SELECT content FROM application_snapshots UNION ALL SELECT encode(sha256(convert_to(content, 'UTF8')), 'base64') FROM application_snapshots"
                )
            }
            #expect(kept.first == answer.text)
            #expect(digest == "sha-256=:\(kept.last ?? ""):")
            #expect(answer["contentVersion"].number == 2)
            #expect(answer["events"][0]["invitees"].items.count == 32)
            let changes = try await api.get("\(lund.address)/changes", as: People.amira)
            #expect(changes["unchanged"].truth == true)
            #expect(changes["events"][0]["changes"].items.isEmpty)
            #expect(answer.headers[.eTag] == "\"\(try #require(changes["contentHash"].text))\"")
            #expect(try await api.get("\(lund.address)/snapshot", as: People.petra).status == 404)
        }
    }

    @Test func `tells what has changed, typed, and to the applicant nothing of a recommendation`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.submit()
            _ = try await lund.command("recommendation", as: People.amira, Body.recommendation)
            let event = "/api/v1/events/\(lund.event)"
            let prices = #"{"title": "Ny titel", "prices": {"own": \#(money("0.00")), "others": \#(money("150.00"))}}"#
            #expect(try await api.change(.patch, event, as: People.lena, prices).status == 200)
            let region = try await api.get("\(lund.address)/changes", as: People.amira)
            #expect(region["unchanged"].truth == false && region["touchesRule"].truth == true)
            #expect(region["recommendationIsStale"].truth == true)
            let found = region["events"][0]["changes"]
            #expect(found.items.compactMap { $0["field"].text } == ["eventTitle", "prices"])
            #expect(found.items.map { $0["readByRule"].truth } == [false, true])
            #expect(found[1]["now"]["others"]["amount"].text == "150.00")
            #expect(found[0]["inVersion"].number == region["events"][0]["version"].number)
            #expect(region["events"][0]["sinceRecommendation"].items.count == 2)
            let own = try await api.get("\(lund.address)/changes", as: People.sven)
            #expect(own["recommendationIsStale"] == .null)
            #expect(own["events"][0]["recommendedVersion"] == .null)
            #expect(own["events"][0]["sinceRecommendation"].items.isEmpty)
            #expect(own["events"][0]["changes"].items.count == 2)
            #expect(try await api.get("\(lund.address)/changes?since=1", as: People.amira).status == 400)
        }
    }

    private func money(_ amount: String) -> String { #"{"amount": "\#(amount)", "currency": "SEK"}"# }
}
