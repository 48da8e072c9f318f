import Domain
import Testing

@Suite struct `Calls` {
    private let opens = clock("2027-01-15T08:00")
    private let closes = clock("2027-03-01T23:59")

    private func details(_ change: (inout CallDetails) -> Void = { _ in }) -> CallDetails {
        var details = CallDetails(
            title: "Kompetensutveckling 2027", opensAt: opens, closesAt: closes, budget: .kronor(500_000),
            maximumAmount: .kronor(50_000))
        change(&details)
        return details
    }

    private func call(publishedAt: Instant?) -> Call {
        Call(
            id: Call.ID(number: 1), details: details(), rule: CallRule(), committed: .kronor(120_000),
            publishedAt: publishedAt, version: 1)
    }

    @Test func `are open from the opening to the last microsecond before the closing`() {
        let call = call(publishedAt: clock("2027-01-01T08:00"))
        #expect(!call.isOpen(at: opens.adding(microseconds: -1)))
        #expect(call.isOpen(at: opens))
        #expect(call.isOpen(at: closes.adding(microseconds: -1)))
        #expect(!call.isOpen(at: closes))
    }

    @Test func `take drafts as soon as they are announced, and until they close`() {
        let call = call(publishedAt: clock("2027-01-01T08:00"))
        #expect(call.takesDrafts(at: opens.adding(days: -10)))
        #expect(call.takesDrafts(at: closes.adding(microseconds: -1)))
        #expect(!call.takesDrafts(at: closes))
    }

    @Test func `that are not published take nothing`() {
        #expect(!call(publishedAt: nil).isOpen(at: opens))
        #expect(!call(publishedAt: nil).takesDrafts(at: opens))
    }

    @Test func `know what is left of their money`() {
        #expect(call(publishedAt: nil).free == .kronor(380_000))
    }

    @Test func `are well described`() {
        #expect(faults { details().validate(&$0) }.isEmpty)
        #expect(faults { CallRule().validate(&$0) }.isEmpty)
    }

    @Test func `say what is wrong with their description, beside the field`() {
        func fault(_ change: (inout CallDetails) -> Void) -> [FieldError] { faults { details(change).validate(&$0) } }
        #expect(fault { $0.title = " \t" }.contains(FieldError(field: "title", fault: .isMissing)))
        #expect(fault { $0.closesAt = $0.opensAt } == [FieldError(field: "closesAt", fault: .isNotAfter("opensAt"))])
        #expect(fault { $0.budget = .zero }.first == FieldError(field: "budget", fault: .isTooSmall(least: 1)))
        #expect(
            fault { $0.maximumAmount = .kronor(500_001) }
                == [FieldError(field: "maximumAmount", fault: .isMoreThan(.kronor(500_000)))])
        #expect(
            fault { ($0.projectStartsOn, $0.projectEndsOn) = (day("2027-06-02"), day("2027-06-01")) }
                == [FieldError(field: "projectEndsOn", fault: .isNotAfter("projectStartsOn"))])
        #expect(fault { ($0.projectStartsOn, $0.projectEndsOn) = (day("2027-06-01"), day("2027-06-01")) }.isEmpty)
    }

    @Test func `ask for somebody to be invited, with a part of the seats and bearable notice`() {
        func fields(_ rule: CallRule) -> [String] { faults { rule.validate(&$0) }.map(\.field) }
        #expect(fields(CallRule(invite: .atLeast(0))) == ["rule.invite"])
        #expect(fields(CallRule(invite: .atLeast(1))).isEmpty)
        #expect(fields(CallRule(noticeDays: -1)) == ["rule.noticeDays"])
        #expect(fields(CallRule(noticeDays: 366)) == ["rule.noticeDays"])
        #expect(fields(CallRule(minimumSeatsForOthers: 0)) == ["rule.minimumSeatsForOthers"])
        #expect(fields(CallRule(maximumOwnShare: 1.01)) == ["rule.maximumOwnShare"])
        #expect(fields(CallRule(maximumOwnShare: .nan)) == ["rule.maximumOwnShare"])
    }
}
