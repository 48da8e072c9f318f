import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `A message in a case` {
    @Test func `is read by both parties, and the other side is told`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            try await scene.say("När får vi besked?", in: made, by: scene.karin)
            #expect(try await scene.database.outbox(limit: 1).first?.payload == #"{"to": "region"}"#)
            try await scene.say("I mars.", in: made, by: scene.amira)
            #expect(try await scene.database.outbox(limit: 1).first?.payload == #"{"to": "applicant"}"#)
            #expect(
                try await scene.database.messages(in: made.application, withNotes: false, limit: 9, offset: 0)
                    .messages.map(\.text) == ["När får vi besked?", "I mars."])
        }
    }

    @Test func `that is a note of the region is counted, logged and told nowhere else`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            let (told, logged) = (
                try await scene.database.outbox(limit: 99).count,
                try await scene.database.caseEvents(of: made.application).count
            )
            try await scene.say("Svag budget.", in: made, by: scene.amira, to: .region)
            #expect(try await scene.database.outbox(limit: 99).count == told)
            #expect(try await scene.database.caseEvents(of: made.application).count == logged)
            let seen = try await scene.database.messages(in: made.application, withNotes: false, limit: 9, offset: 0)
            #expect(seen.messages.isEmpty && seen.total == 0)
            let application = try await scene.application(made.application)
            let klippan = try scene.library(of: scene.karin)
            #expect(application.showsNotes(to: scene.dag, hosts: [klippan]))
            #expect(!application.showsNotes(to: scene.ulf, hosts: [klippan]))
            let both = try await scene.giving("staff", to: scene.elias, at: klippan)
            #expect(!application.showsNotes(to: both, hosts: [klippan]))
        }
    }

    @Test func `is of those who take part, in a case that was received, and no note of an applicant's`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.handled)
            #expect(
                try await refusal { try await scene.say("X", in: made, by: scene.karin, to: .region) }.fields == [
                    "visibility"
                ])
            #expect(try await refusal { try await scene.say(" ", in: made, by: scene.karin) }.fields == ["text"])
            await #expect(throws: Refusal.missing) { try await scene.say("X", in: made, by: scene.lena) }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.say("X", in: made, by: scene.finn)
            }
            let draft = try await scene.case(.drafted)
            await #expect(throws: Refusal.missing) { try await scene.say("X", in: draft, by: scene.amira) }
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.say("X", in: draft, by: scene.karin)
            }
        }
    }

    @Test(arguments: ["UPDATE case_messages SET text = 'Annat'", "DELETE FROM case_messages"])
    func `is never changed or taken back`(_ statement: String) async throws {
        try await withScene { scene in
            try await scene.say("Hej.", in: scene.case(.handled), by: scene.amira)
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(statement) }
            #expect(error.constraint == "records_are_never_changed")
        }
    }
}

extension Scene {
    fileprivate func say(
        _ text: String, in made: Case, by person: Person, to visibility: CaseMessage.Visibility = .parties
    ) async throws {
        _ = try await operations.writeMessage(text, to: visibility, in: made.application, by: person)
    }
}
