import Domain
import Testing

@Suite struct `An appeal` {
    /// 27 April 2027 is a Tuesday; three weeks on is Tuesday 18 May.
    private let posted = Day(year: 2027, month: 4, day: 27) ?? Day(daysSince1970: 0)

    @Test(arguments: [(20, false), (21, false), (22, true)])
    func `of lawfulness is late from the day after three weeks on the notice board`(_ days: Int, _ isLate: Bool) {
        #expect(note(after: days).isLate(.legalityReview, postedOn: posted) == isLate)
    }

    @Test(arguments: [(21, false), (22, true)])
    func `of the applicant is late from the day after three weeks with the decision`(_ days: Int, _ isLate: Bool) {
        #expect(note(after: days, served: posted).isLate(.administrativeAppeal, postedOn: nil) == isLate)
    }

    @Test func `of what was never posted is never late`() {
        #expect(!note(after: 400).isLate(.legalityReview, postedOn: nil))
    }

    @Test(arguments: ReceivedAppeal.Outcome.allCases)
    func `holds the decision up while it runs and once it is won, if it came in time`(
        _ outcome: ReceivedAppeal.Outcome
    ) {
        #expect(appeal(ending: nil, isLate: false).holdsUp)
        #expect(!appeal(ending: nil, isLate: true).holdsUp)
        let ending = ReceivedAppeal.Ending(outcome: outcome, on: posted)
        #expect(appeal(ending: ending, isLate: false).holdsUp == [.annulled, .changed].contains(outcome))
    }

    @Test func `needs an appellant, a day that has come, and of the applicant the day of the decision's receipt`() {
        var errors = FieldErrors()
        let note = AppealNote(
            receivedOn: posted.adding(days: 1), appellant: " ", servedOn: nil, court: "", courtCaseNumber: "")
        note.validate(&errors, of: .administrativeAppeal, today: posted)
        #expect(errors.all.map(\.field) == ["appellant", "receivedOn", "servedOn"])
    }

    @Test func `counts from the service that was noted, where it says no day of its own`() {
        #expect(note(after: 22).served(on: posted).isLate(.administrativeAppeal, postedOn: nil))
        #expect(note(after: 22, served: posted.adding(days: 1)).served(on: posted).servedOn == posted.adding(days: 1))
        #expect(note(after: 1).served(on: posted.adding(days: 2)).servedOn == nil, "it came before that day")
    }

    private func note(after days: Int, served: Day? = nil) -> AppealNote {
        AppealNote(
            receivedOn: posted.adding(days: days), appellant: "Anna Ask", servedOn: served, court: "",
            courtCaseNumber: "")
    }

    private func appeal(ending: ReceivedAppeal.Ending?, isLate: Bool) -> ReceivedAppeal {
        ReceivedAppeal(
            id: ReceivedAppeal.ID(), decisionID: Decision.ID(), kind: .administrativeAppeal, receivedOn: posted,
            appellant: "Anna Ask", servedOn: posted, isLate: isLate, court: "", courtCaseNumber: "", ending: ending)
    }
}
