import Domain
import HTTPTypes
import Operations
import TestDatabase
import Testing

@testable import Web

/// RFC 7396 on a draft application.
@Suite struct `A merge patch of an application` {
    @Test func `changes what it names, empties what is null, and replaces lists and amounts whole`() async throws {
        try await API.with { api in
            let made = try await api.scene.case(.drafted)
            let path = "/api/v1/grant-applications/\(made.application)"
            let first = try await api.change(
                .patch, path, as: People.karin,
                """
                {"project": {"goals": "Fler läser", "background": "Få läser", "areas": ["democracy", "digitalisation"],
                             "otherFunding": {"amount": "500.00", "currency": "SEK"}}}
                """)
            #expect(first.status == 200 && first["project"]["areas"].items.count == 2)
            let second = try await api.change(
                .patch, path, as: People.karin,
                """
                {"purpose": null, "project": {"background": null, "areas": ["library-for-all"], "otherFunding": null},
                 "budget": [{"kind": "travel", "amount": {"amount": "7.50", "currency": "SEK"}}]}
                """)
            #expect(second.status == 200 && second["purpose"].text == "")
            #expect(second["project"]["goals"].text == "Fler läser" && second["project"]["background"].text == "")
            #expect(second["project"]["areas"].items.map(\.text) == ["library-for-all"])
            #expect(second["project"]["otherFunding"] == .null)
            #expect(second["budget"].items.count == 1 && second["budget"][0]["amount"]["amount"].text == "7.50")
            #expect(second["events"].items.count == 1 && second["title"].text == first["title"].text)
        }
    }

    @Test(arguments: [
        (#"{"purpose": "Nytt", "colour": "red"}"#, "colour"), (#"{"project": {"gaols": "X"}}"#, "project.gaols"),
        (#"{"title": null}"#, "title"), (#"{"budget": [{"kind": "fee"}]}"#, "budget[0].amount"),
    ])
    func `that is wrong is refused by the name of its field, and nothing is changed`(
        _ body: String, _ field: String
    ) async throws {
        try await API.with { api in
            let made = try await api.scene.case(.drafted)
            let path = "/api/v1/grant-applications/\(made.application)"
            let before = try await api.scene.application(made.application)
            let refused = try await api.change(.patch, path, as: People.karin, body)
            #expect(refused.status == 422 && refused.fields == [field])
            #expect(try await api.scene.application(made.application) == before)
        }
    }

    @Test func `of a received application reaches what is asked to be completed, and no more`() async throws {
        try await API.with { api in
            let made = try await api.scene.case(.handled)
            try await api.scene.askForCompletion(made, of: [.goals, .attachments])
            let path = "/api/v1/grant-applications/\(made.application)"
            let locked = try await api.change(.patch, path, as: People.karin, #"{"project": {"background": "X"}}"#)
            #expect(locked.status == 422 && locked.fields == ["project.background"])
            let written = try await api.change(.patch, path, as: People.karin, #"{"project": {"goals": "Mer"}}"#)
            #expect(written.status == 200 && written["project"]["goals"].text == "", "it is not sent in")
            let room = try await api.get("\(path)/completion", as: People.karin)
            #expect(room["project"]["goals"].text == "Mer" && room["changed"].items.map(\.text) == ["goals"])
        }
    }
}
