import HTTPTypes
import Postgres
import TestDatabase
import Testing

@testable import Web

@Suite struct `What the rule said, in the API` {
    @Test func `is listed moment by moment, and told with its reasons and inputs`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            #expect(try await api.get("\(lund.address)/rule/evaluations", as: People.sven)["total"].number == 0)
            #expect(try await api.get("\(lund.address)/rule/evaluations", as: People.amira).status == 404)
            try await lund.submit()
            _ = try await lund.command("recommendation", as: People.amira, Body.recommendation)
            let list = try await api.get("\(lund.address)/rule/evaluations?limit=1", as: People.amira)
            #expect(list["total"].number == 2)
            #expect(list["items"].items.map { $0["moment"].text } == ["recommendation"])
            let second = try await api.get("\(lund.address)/rule/evaluations?limit=1&page=2", as: People.sven)
            let id = try #require(second["items"][0]["id"].text)
            let told = try await api.get("\(lund.address)/rule/evaluations/\(id)", as: People.sven)
            #expect(told["moment"].text == "submission")
            #expect(told["verdict"].text == "holds")
            #expect(told["findings"].items.contains { $0["predicate"].text == "P13" })
            #expect(told["inputs"]["mode"].text == "applied")
            #expect(told["inputs"]["region"]["members"].items.count == 33)
            let kept = try await api.scene.client.transaction {
                try await $0.lines(
                    "SELECT inputs || encode(sha256(convert_to(inputs, 'UTF8')), 'hex') FROM rule_evaluations ORDER BY id"
                )
            }
            let hash = try #require(told["inputsHash"].text)
            #expect(kept.first?.hasSuffix(hash) == true)
            #expect(told.text.contains(try #require(kept.first).dropLast(hash.count)))
        }
    }

    @Test func `is of its own case alone`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.submit()
            for number in ["0", "x", "-1", "99999999999999999999", "1000000"] {
                #expect(
                    try await api.get("\(lund.address)/rule/evaluations/\(number)", as: People.amira).status == 404)
            }
            #expect(try await api.get("\(lund.address)/rule/evaluations?since=1", as: People.amira).status == 400)
        }
    }

    @Test func `names who can mend a finding of now`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            let none = #"{"scope": "own", "state": "bound"}"#
            #expect(
                try await api.change(.put, "/api/v1/events/\(lund.event)/invitation", as: People.lena, none).status
                    == 200)
            let said = try await api.get("\(lund.address)/rule", as: People.sven)
            let nobody = said["findings"].items.first { $0["code"].text == "nobody_invited" }
            #expect(nobody?["mendedBy"].text == "host")
        }
    }
}
