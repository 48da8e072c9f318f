import Domain
import Testing

@Suite struct `What is completed` {
    private let received = GrantRequest(
        title: "Läslust", purpose: "Att lära.", budget: [.init(kind: .fee, amount: .kronor(100))],
        requestedAmount: .kronor(100))

    /// Every part that is typed is another here than in what was received.
    private var other: GrantRequest {
        var plan = ProjectPlan(
            areas: [.democracy], priorityGroups: [.disability], ownHours: 1, ownHourlyCost: .kronor(2),
            otherFunding: .kronor(3))
        for field in ProjectPlan.Field.allCases { plan[field] = "Annat." }
        return GrantRequest(
            title: "Annat", purpose: "Annat.", events: [.init(eventID: Event.ID(number: 1), amount: .kronor(1))],
            budget: [], requestedAmount: .kronor(99), trackID: CallTrack.ID(), plan: plan,
            answers: [Question.ID(): ["Ja"]])
    }
    private static let typed = GrantRequest.Part.allCases.filter { $0 != .partners && $0 != .attachments }

    @Test(arguments: GrantRequest.Part.allCases)
    func `is only what was asked for, and every other part is refused beside its field`(_ asked: GrantRequest.Part) {
        #expect(other.parts(otherThanIn: received) == Self.typed)
        var errors = FieldErrors()
        other.validate(&errors, unlocked: [asked], received: received)
        let refused = Self.typed.filter { $0 != asked }
        #expect(errors.all == refused.map { FieldError(field: $0.path, fault: .isLocked) })
    }

    @Test(arguments: GrantRequest.Part.allCases)
    func `is known by the field beside which its faults stand, and by no other part`(_ part: GrantRequest.Part) {
        #expect(GrantRequest.Part(field: part.path) == part)
        for field in part.texts { #expect(GrantRequest.Part(field: field.path) == part) }
        var taken = received
        taken.take(part, from: other)
        #expect(taken.parts(otherThanIn: received) == (Self.typed.contains(part) ? [part] : []))
    }

    @Test func `can be anything but the track, in which the money stands`() throws {
        #expect(Set(GrantRequest.Part.askable) == Set(GrantRequest.Part.allCases).subtracting([.track]))
        let wish = CompletionWish(
            parts: [.attachments, .track, .title], message: "Mer.", dueOn: try #require(Day("2027-03-27")))
        #expect(wish.parts == [.title, .attachments])
    }

    @Test func `is kept as what is another, and put over what was received`() {
        var wanted = received
        wanted.purpose = "Att lära mer."
        wanted.requestedAmount = .kronor(90)
        let draft = CompletionDraft(parts: wanted.parts(otherThanIn: received), of: wanted)
        #expect(draft.changed == [.purpose, .requestedAmount])
        #expect(draft.over(received) == wanted)
        var later = received
        later.title = "En annan titel"
        #expect(draft.over(later).title == later.title, "what it does not name is as it was received")
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
