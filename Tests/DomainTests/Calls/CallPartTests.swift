import Domain
import Testing

@Suite struct `The parts of a call` {
    private func details(_ change: (inout CallDetails) -> Void) -> CallDetails {
        var details = CallDetails(
            title: "Kompetensutveckling 2027", opensAt: clock("2027-01-15T08:00"), closesAt: clock("2027-10-15T12:00"),
            budget: .kronor(500_000))
        change(&details)
        return details
    }

    private func fields(_ change: (inout CallDetails) -> Void) -> [String] {
        faults { details(change).validate(&$0) }.map(\.field)
    }

    private func round(_ opens: String, _ closes: String, _ decided: String? = nil) -> CallRound {
        CallRound(opensAt: clock(opens), closesAt: clock(closes), decisionExpectedOn: decided.map { day($0) })
    }

    private func call(committed: Money = .zero, _ change: (inout CallDetails) -> Void) -> Call {
        Call(
            id: Call.ID(number: 1), details: details(change), rule: CallRule(), committed: committed,
            publishedAt: clock("2027-01-01T08:00"), version: 1)
    }

    @Test func `share out no more money than there is`() {
        let small = CallTrack(
            name: BilingualText("Experimentspåret"), budget: .kronor(200_000), maximumAmount: .kronor(35_000))
        let large = CallTrack(name: BilingualText("Projektspåret"), budget: .kronor(300_000))
        #expect(fields { $0.tracks = [small, large] }.isEmpty)
        #expect(
            fields { $0.tracks = [small, large, CallTrack(name: BilingualText("Mer"), budget: .kronor(1))] } == [
                "tracks"
            ])
        #expect(
            fields { $0.tracks = [CallTrack(name: BilingualText(""), budget: .zero)] } == [
                "tracks[0].name.sv", "tracks[0].budget",
            ])
    }

    @Test func `are rounds one after the other within the time of the call`() {
        let spring = round("2027-03-01T08:00", "2027-04-01T12:00", "2027-05-01")
        let autumn = round("2027-09-01T08:00", "2027-10-01T12:00")
        #expect(fields { $0.rounds = [spring, autumn] }.isEmpty)
        #expect(fields { $0.rounds = [autumn, spring] } == ["rounds[1].opensAt"])
        #expect(fields { $0.rounds = [round("2027-01-01T08:00", "2027-02-01T08:00")] } == ["rounds[0].opensAt"])
        #expect(fields { $0.rounds = [round("2027-10-01T08:00", "2027-11-01T08:00")] } == ["rounds[0].closesAt"])
        #expect(
            fields { $0.rounds = [round("2027-03-01T08:00", "2027-04-01T12:00", "2027-03-31")] } == [
                "rounds[0].decisionExpectedOn"
            ])
    }

    @Test func `take submissions in a round, to its last microsecond, and not between two`() {
        let call = call {
            $0.rounds = [round("2027-03-01T08:00", "2027-04-01T12:00"), round("2027-09-01T08:00", "2027-10-01T12:00")]
        }
        #expect(!call.isOpen(at: clock("2027-02-01T08:00")))
        #expect(call.isOpen(at: clock("2027-03-01T08:00")))
        #expect(call.isOpen(at: clock("2027-04-01T12:00").adding(microseconds: -1)))
        #expect(!call.isOpen(at: clock("2027-04-01T12:00")))
        #expect(call.takesDrafts(at: clock("2027-06-01T12:00")))
        #expect(call.nextRound(at: clock("2027-06-01T12:00"))?.opensAt == clock("2027-09-01T08:00"))
        #expect(call.round(at: clock("2027-09-02T08:00"))?.id == call.details.rounds[1].id)
        #expect(call.round(at: clock("2027-06-01T12:00")) == nil)
    }

    @Test func `are open while money is left, if one applies at any time`() {
        let now = clock("2027-06-01T12:00")
        #expect(call(committed: .kronor(499_999)) { $0.isRolling = true }.isOpen(at: now))
        #expect(!call(committed: .kronor(500_000)) { $0.isRolling = true }.isOpen(at: now))
        #expect(call(committed: .kronor(500_000)) { $0.isRolling = false }.isOpen(at: now))
    }

    @Test func `say in English only what is said in Swedish too`() {
        #expect(fields { $0.texts = [.reporting: BilingualText("", en: "Report")] } == ["texts.reporting.sv"])
        #expect(fields { $0.texts = [.reporting: BilingualText("Redovisa", en: "Report")] }.isEmpty)
    }
}

@Suite struct `A year later` {
    @Test func `is the same day and the same time of the clock`() {
        #expect(day("2027-04-27").aYearLater == day("2028-04-27"))
        #expect(day("2028-02-29").aYearLater == day("2029-02-28"))
        #expect(clock("2027-07-01T12:00").aYearLater == clock("2028-07-01T12:00"))
        // The clocks change on other days in other years: 30 March 2027 is in summer time, 28 March 2028 after it too.
        #expect(clock("2027-03-27T09:00").aYearLater == clock("2028-03-27T09:00"))
        let odd = clock("2027-01-15T08:00").adding(microseconds: 5)
        #expect(odd.aYearLater == clock("2028-01-15T08:00").adding(microseconds: 5))
    }

    @Test func `is an hour on where spring leaves the hour out`() {
        // 26 March 2028 at 02.30 does not exist.
        #expect(clock("2027-03-26T02:30").aYearLater == clock("2028-03-26T03:30"))
    }
}
