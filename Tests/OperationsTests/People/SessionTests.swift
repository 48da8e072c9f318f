import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `A session` {
    @Test func `speaks for its person until it is ended`() async throws {
        try await withScene { scene in
            let secret = try await scene.operations.beginSession(of: scene.karin.id)
            #expect(try await scene.database.person(withSessionHash: secret.hash) == scene.karin)
            try await scene.operations.endSession(secret)
            #expect(try await scene.database.person(withSessionHash: secret.hash) == nil)
            try await scene.operations.endSession(secret)
        }
    }

    @Test(arguments: ["last_seen_at = now() - interval '13 hours'", "expires_at = now() - interval '1 second'"])
    func `speaks for nobody when it has idled or come to its end`(_ change: String) async throws {
        try await withScene { scene in
            let secret = try await scene.operations.beginSession(of: scene.karin.id)
            try await scene.database.run("UPDATE sessions SET \(change)")
            #expect(try await scene.database.person(withSessionHash: secret.hash) == nil)
        }
    }

    @Test func `speaks for nobody who has left, with no role that has ended`() async throws {
        try await withScene { scene in
            let secret = try await scene.operations.beginSession(of: scene.karin.id)
            try await scene.database.run("UPDATE role_assignments SET valid_to = CURRENT_DATE WHERE role = 'applicant'")
            let person = try #require(try await scene.database.person(withSessionHash: secret.hash))
            #expect(!person.has(.applicant))
            #expect(person.has(.host))
            try await scene.database.run("UPDATE people SET ended_at = now()")
            #expect(try await scene.database.person(withSessionHash: secret.hash) == nil)
        }
    }

    @Test func `and a token keep no secret that could be read out of the database`() async throws {
        try await withScene { scene in
            let session = try await scene.operations.beginSession(of: scene.karin.id)
            let token = try #require(
                try await scene.operations.issueToken(named: "maskin", toPersonWith: "KARIN@klippan.example"))
            #expect(session.text != token.text)
            #expect(token.text.count == 43)
            #expect(try await scene.database.person(withTokenHash: token.hash) == scene.karin)
            let found = try await scene.client.transaction { transaction in
                try await transaction.lines(
                    """
                    SELECT row FROM (SELECT sessions::text AS row FROM sessions UNION ALL SELECT access_tokens::text
                      FROM access_tokens) AS rows WHERE strpos(row, '\(token.text)') + strpos(row, '\(session.text)') > 0
                    """)
            }
            #expect(found.isEmpty)
            #expect(try await scene.operations.issueToken(named: "x", toPersonWith: "nobody@x.example") == nil)
        }
    }
}
