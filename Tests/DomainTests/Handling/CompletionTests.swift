import Domain
import Testing

@Suite struct `What is completed` {
    private let received = GrantRequest(
        title: "Läslust", purpose: "Att lära.", budget: [.init(kind: .fee, amount: .kronor(100))],
        requestedAmount: .kronor(100))

    @Test(arguments: GrantRequest.Part.allCases)
    func `is only what was asked for, and every other part is refused beside its field`(_ asked: GrantRequest.Part) {
        let other = GrantRequest(
            title: "Annat", purpose: "Annat.", events: [.init(eventID: Event.ID(number: 1), amount: .kronor(1))],
            budget: [], requestedAmount: .kronor(99))
        #expect(other.parts(otherThanIn: received) == GrantRequest.Part.allCases)
        var errors = FieldErrors()
        other.validate(&errors, unlocked: [asked], received: received)
        let refused = GrantRequest.Part.allCases.filter { $0 != asked }
        #expect(errors.all == refused.map { FieldError(field: $0.rawValue, fault: .isLocked) })
    }

    @Test func `is kept as what is another, and put over what was received`() {
        var wanted = received
        wanted.purpose = "Att lära mer."
        wanted.requestedAmount = .kronor(90)
        let draft = CompletionDraft(wanted, over: received)
        #expect(draft == CompletionDraft(purpose: "Att lära mer.", requestedAmount: .kronor(90)))
        #expect(draft.over(received) == wanted)
        #expect(CompletionDraft(received, over: received) == CompletionDraft())
    }

    @Test func `is no other because its events stand in another order`() {
        let shares = [1, 2].map { GrantRequest.CostShare(eventID: Event.ID(number: $0), amount: .kronor($0)) }
        var (one, another) = (received, received)
        one.events = shares
        another.events = shares.reversed()
        #expect(one.parts(otherThanIn: another) == [])
    }

    @Test func `is asked for until a day that is to come, with words, for something`() throws {
        let now = try #require(Instant(rfc3339: "2027-03-01T22:30:00Z"))
        let today = Stockholm.day(now)
        func fields(_ days: Int, _ parts: [GrantRequest.Part] = [.budget], _ message: String = "Mer.") -> [String] {
            var errors = FieldErrors()
            CompletionWish(parts: parts, message: message, dueOn: today.adding(days: days)).validate(&errors, at: now)
            return errors.all.map(\.field)
        }
        #expect(fields(1) == [] && fields(365) == [])
        #expect(fields(0) == ["dueOn"] && fields(366) == ["dueOn"])
        #expect(fields(1, []) == ["fields"])
        #expect(fields(1, [.budget], " \n") == ["message"])
    }

    @Test func `is overdue when its last day is over in Stockholm, and not before`() throws {
        let request = CompletionRequest(
            parts: [.title], message: "Mer.", dueOn: try #require(Day("2027-03-27")),
            requestedBy: Person.ID(number: 1), requestedAt: Instant(microseconds: 0))
        let midnight = try #require(Instant(rfc3339: "2027-03-27T23:00:00Z"))
        #expect(!request.isOverdue(at: midnight.adding(microseconds: -1)))
        #expect(request.isOverdue(at: midnight))
    }
}
