import Domain
import Testing

@Suite struct `Two people write in one application` {
    private let shown = GrantRequest(
        title: "Läslust", purpose: "Att lära.", budget: [.init(kind: .fee, amount: .kronor(1000))],
        requestedAmount: .kronor(1000))

    private func merge(_ typed: GrantRequest, into kept: GrantRequest) throws -> GrantRequest {
        try typed.merged(into: kept) { section, request in request.text(of: section) == shown.text(of: section) }
    }

    @Test func `in two sections, and both are kept`() throws {
        var (mine, theirs) = (shown, shown)
        mine.purpose = "Att lära av varandra."
        theirs.requestedAmount = .kronor(900)
        let merged = try merge(mine, into: theirs)
        #expect(merged.purpose == mine.purpose && merged.requestedAmount == theirs.requestedAmount)
        #expect(merged.budget == shown.budget && merged.title == shown.title)
    }

    @Test func `in the same section, and neither is overwritten`() {
        var (mine, theirs) = (shown, shown)
        mine.purpose = "Mitt."
        theirs.title = "Deras"
        #expect(throws: Refusal.stale) { try merge(mine, into: theirs) }
    }

    @Test func `the same in the same section, and nothing is at odds`() throws {
        var mine = shown
        mine.purpose = "Samma."
        #expect(try merge(mine, into: mine) == mine)
        #expect(try merge(mine, into: shown) == mine)
        #expect(try merge(shown, into: mine) == mine)
    }
}
