import HTTPTypes
import Operations
import TestDatabase
import Testing

@testable import Web

@Suite struct `The questions of a call in the API` {
    private static let two = """
        {"questions": [
          {"id": "0b3f3b9e-5f6e-4f0b-9d0c-0c5a0f7a1a01", "kind": "yes-or-no", "required": true,
           "label": {"sv": "Spelas något in?", "en": "Is anything recorded?"}},
          {"kind": "lines", "label": {"sv": "Hur?"}, "limit": {"most": 20, "unit": "words"},
           "onlyIf": {"questionId": "0b3f3b9e-5f6e-4f0b-9d0c-0c5a0f7a1a01", "answer": "yes"}}]}
        """

    @Test func `are asked, answered and read back`() async throws {
        try await API.with { api in
            let call = try await api.scene.openCall()
            let path = "/api/v1/calls/\(call)/questions"
            #expect(try await api.get(path)["questions"].items.isEmpty)
            let asked = try await api.change(.put, path, as: People.amira, Self.two)
            #expect(asked.status == 200 && asked["version"].number == 1)
            #expect(asked["questions"][1]["onlyIf"]["answer"].text == "yes")
            let id = try #require(asked["questions"][0]["id"].text)
            let library = try api.scene.library(of: api.scene.karin)
            let made = try await api.post(
                "/api/v1/grant-applications", as: People.karin,
                """
                {"callId": "\(call)", "libraryId": "\(library)", "title": "Läslust",
                 "project": {"goals": "Fler läser", "areas": ["digitalisation"], "ownHours": 12},
                 "answers": [{"questionId": "\(id)", "values": ["no"]}]}
                """)
            #expect(made.status == 201)
            #expect(made["answers"][0]["values"][0].text == "no")
            #expect(made["project"]["goals"].text == "Fler läser" && made["project"]["ownHours"].number == 12)
            #expect(made["project"]["otherFunding"] == .null)
        }
    }

    @Test func `are refused where they make no sense, each beside its field`() async throws {
        try await API.with { api in
            let path = "/api/v1/calls/\(try await api.scene.openCall())/questions"
            let body = #"{"questions": [{"kind": "one", "label": {"sv": ""}, "colour": "red"}]}"#
            let refused = try await api.change(.put, path, as: People.amira, body)
            #expect(refused.status == 422)
            let bare = try await api.change(
                .put, path, as: People.amira, #"{"questions": [{"kind": "one", "label": {"sv": "Vad?"}}]}"#)
            #expect(bare.status == 422 && bare.fields == ["questions[0].options"])
        }
    }

    @Test func `and the parts of a call are written and read in one form`() async throws {
        try await API.with { api in
            let made = try await api.post(
                "/api/v1/calls", as: People.amira,
                """
                {"title": "Lärande", "opensAt": "2027-01-11T08:00", "closesAt": "2027-12-15T12:00",
                 "budget": {"amount": "100000.00", "currency": "SEK"}, "rolling": true,
                 "texts": [{"section": "reporting", "sv": "Redovisa.", "en": "Report."}],
                 "tracks": [{"name": {"sv": "Lilla"}, "budget": {"amount": "60000.00", "currency": "SEK"}}],
                 "rounds": [{"opensAt": "2027-02-01T08:00", "closesAt": "2027-03-01T12:00", "decisionExpectedOn": "2027-04-01"}]}
                """)
            #expect(made.status == 201 && made["rolling"].truth == true)
            #expect(made["texts"][0]["en"].text == "Report." && made["tracks"][0]["name"]["sv"].text == "Lilla")
            #expect(made["rounds"][0]["closesAt"].text == "2027-03-01T11:00:00Z")
            let id = try #require(made["id"].text)
            let copy = try await api.post("/api/v1/calls/\(id)/copies", as: People.amira)
            #expect(copy.status == 201 && copy["rounds"][0]["decisionExpectedOn"].text == "2028-04-01")
            let board = try await api.get("/api/v1/call-budgets", as: People.finn)
            #expect(board["total"].number == 2 && board["items"][0]["tracks"][0]["free"]["amount"].text == "60000.00")
            #expect(try await api.get("/api/v1/call-budgets", as: People.karin).status == 403)
        }
    }
}
