import Domain
import Operations
import Store
import TestDatabase
import Testing

/// What the domain lets through, the database takes; and if it does not, it is not told as something else.
@Suite struct `A title` {
    @Test(arguments: ["å", "a\u{30A}", "👩‍👩‍👧‍👦"])
    func `of two hundred characters is kept or told to be too long, whatever the characters are made of`(
        _ character: String
    ) async throws {
        try await withScene { scene in
            let title = String(repeating: character, count: 200)
            do {
                let id = try await scene.draftEvent { $0.title = title }
                #expect(try await scene.event(id).details.title == title)
            } catch let refusal as Refusal {
                #expect(refusal == .invalid("title", .isTooLong(limit: 200)))
            }
        }
    }

    @Test func `of two hundred and one letters is too long`() async throws {
        try await withScene { scene in
            let refused = try await refusal {
                try await scene.draftEvent { $0.title = String(repeating: "a", count: 201) }
            }
            #expect(refused == .invalid("title", .isTooLong(limit: 200)))
        }
    }
}
