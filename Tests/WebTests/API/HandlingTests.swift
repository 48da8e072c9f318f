import Domain
import HTTPTypes
import TestDatabase
import Testing

@testable import Web

@Suite struct `What happens before a decision, by the API` {
    @Test func `is a completion of what was asked for, under the version that was read`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.submit()
            let asked = try await lund.command(
                "completion-requests", as: People.amira,
                #"{"fields": ["purpose"], "message": "Mer.", "dueOn": "2099-01-01"}"#)
            #expect(asked.status == 422 && asked["errors"][0]["field"].text == "dueOn")
            let due = Self.day(api, 9)
            let asking = #"{"fields": ["purpose"], "message": "Mer.", "dueOn": "\#(due)"}"#
            #expect(
                try await lund.command("completion-requests", as: People.amira, asking)["state"].text
                    == "completion-requested")
            let locked = try await api.change(.patch, lund.address, as: People.lena, #"{"title": "Annat"}"#)
            #expect(locked.status == 422 && locked["errors"][0]["code"].text == "is_locked")
            #expect(
                try await api.change(.patch, lund.address, as: People.lena, #"{"purpose": "Mer."}"#).status == 200)
            let written = try await api.get("\(lund.address)/completion", as: People.lena)
            #expect(written["purpose"].text == "Mer." && written["changed"][0].text == "purpose")
            #expect(try await api.get(lund.address, as: People.amira)["purpose"].text != "Mer.")
            let kinds = try await api.get("\(lund.address)/case-events", as: People.amira)["items"].items
            #expect(!kinds.contains { $0["kind"].text == "edit-completion" })
            let sent = try await lund.command("completion", as: People.sven, #"{"attested": true}"#)
            #expect(sent["state"].text == "in-review" && sent["purpose"].text == "Mer.")
            let changes = try await api.get("\(lund.address)/changes", as: People.amira)
            #expect(changes["completions"][0]["application"][0]["field"].text == "purpose")
            #expect(
                try await api.get("\(lund.address)/completion-requests", as: People.lena)["items"][0]["ending"].text
                    == "completed")
        }
    }

    private static func day(_ api: API, _ days: Int) -> String {
        String(api.scene.now.adding(days: days).rfc3339.prefix(10))
    }

    @Test func `is talk of which notes are no part to the applicant, not even by number`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.submit()
            let note = try await lund.command(
                "messages", as: People.amira, #"{"text": "Svagt.", "visibility": "region"}"#)
            #expect(note.status == 201)
            _ = try await lund.command("messages", as: People.lena, #"{"text": "Hej."}"#)
            let theirs = try await api.get("\(lund.address)/messages", as: People.lena)
            #expect(theirs["total"].number == 1 && theirs["items"][0]["text"].text == "Hej.")
            #expect(try await api.get("\(lund.address)/messages", as: People.dag)["total"].number == 2)
            #expect(try await !api.get("\(lund.address)/case-events", as: People.lena).text.contains("Svagt"))
            #expect(try await api.get("\(lund.address)/reviews", as: People.lena).status == 404)
        }
    }

    @Test func `is written in a log that tells only the region who has a conflict of interest`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.submit()
            let declared = try await lund.command(
                "conflicts", as: People.dag, #"{"ground": "close-relation", "explanation": "En vän söker."}"#)
            #expect(declared.status == 201)
            try await api.scene.database.run(
                """
                INSERT INTO role_assignments (person_id, role, library_id)
                SELECT id, 'host', library_id FROM people WHERE email = '\(People.jonas)'
                """)
            for (reader, isTold) in [
                (People.amira, true), (People.lena, false), (People.sven, false), (People.jonas, false),
            ] {
                let log = try await api.get("\(lund.address)/case-events", as: reader)
                #expect(log.status == 200 && log.text.contains(#""submit""#))
                #expect(log.text.contains("declare-conflict") == isTold)
            }
        }
    }

    @Test func `is a recommendation that is stale once the case was returned`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.submit()
            let made = try await lund.command("recommendation", as: People.amira, Body.recommendation)
            #expect(made["recommendation"]["isStale"] == .truth(false))
            let back = try await lund.command("return-to-review", as: People.dag, #"{"reason": "Räkna om."}"#)
            #expect(back["state"].text == "in-review" && back["recommendation"]["isStale"] == .truth(true))
        }
    }
}
