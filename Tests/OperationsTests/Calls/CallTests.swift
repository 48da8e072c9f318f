import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To make a call` {
    @Test func `drafts it out of sight and then announces it, once`() async throws {
        try await withScene { scene in
            let id = try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: scene.amira)
            let draft = try await scene.call(id)
            #expect(draft.details == scene.callDetails)
            #expect(draft.rule == CallRule())
            #expect(draft.publishedAt == nil)
            #expect(try await scene.database.calls(withDrafts: false, limit: 5, offset: 0).total == 0)
            _ = try await scene.operations.publishCall(id, by: scene.amira)
            let published = try await scene.call(id)
            #expect(published.isOpen(at: scene.now.adding(hours: 1)))
            _ = try await scene.operations.publishCall(id, by: scene.amira)
            #expect(try await scene.call(id) == published)
        }
    }

    @Test func `keeps every version of its rule`() async throws {
        try await withScene { scene in
            let id = try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: scene.amira)
            let edited = try await scene.operations.editCall(id, by: scene.amira, expecting: 1) { details, _ in
                var details = details
                details.title = "Experimentspåret"
                return (details, CallRule(invite: .atLeast(3), noticeDays: 7, maximumOwnShare: 0.25))
            }
            #expect(edited.details.title == "Experimentspåret")
            #expect(edited.rule == CallRule(version: 2, invite: .atLeast(3), noticeDays: 7, maximumOwnShare: 0.25))
            #expect(try await scene.database.rule(1, of: id) == CallRule())
            let same = try await scene.operations.editCall(id, by: scene.amira, expecting: 2) { ($0, $1) }
            #expect(same.rule.version == 2)
        }
    }

    @Test func `is refused to those who make no calls`() async throws {
        try await withScene { scene in
            let id = try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: scene.dag)
            for person in [scene.karin, scene.ulf, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: person)
                }
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.editCall(id, by: person, expecting: nil) { ($0, $1) }
                }
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.publishCall(id, by: person)
                }
            }
        }
    }

    @Test func `names every fault beside its field`() async throws {
        try await withScene { scene in
            var details = scene.callDetails
            details.title = ""
            details.closesAt = details.opensAt
            details.budget = .zero
            let rule = CallRule(invite: .atLeast(0), noticeDays: -1, minimumSeatsForOthers: 0, maximumOwnShare: 2)
            let typed = details
            let refused = try await refusal {
                try await scene.operations.draftCall(typed, rule: rule, by: scene.amira)
            }
            #expect(
                Set(refused.fields).isSuperset(of: [
                    "title", "closesAt", "budget", "rule.invite", "rule.noticeDays", "rule.minimumSeatsForOthers",
                    "rule.maximumOwnShare",
                ]))
        }
    }

    @Test func `stands by its terms once it is announced, and knows its versions`() async throws {
        try await withScene { scene in
            let id = try await scene.openCall()
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.editCall(id, by: scene.amira, expecting: nil) { ($0, $1) }
            }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.publishCall(id, by: scene.amira, expecting: 1)
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.publishCall(Call.ID(), by: scene.amira)
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.editCall(Call.ID(), by: scene.amira, expecting: nil) { ($0, $1) }
            }
        }
    }
}
