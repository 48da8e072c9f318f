import Domain
import Testing

@Suite struct `Reviews by criteria` {
    private let rubric = Rubric(
        requiredReviews: 2,
        criteria: [
            .init(nameInSwedish: "Angeläget", nameInEnglish: "Needed", weight: 67),
            .init(nameInSwedish: "Genomförbart", nameInEnglish: "Feasible", weight: 33),
        ])

    private func review(_ number: Int, version: Int = 2, _ points: [Int]) -> Review {
        Review(
            applicationVersion: version, reviewedBy: Person.ID(number: number), reviewedAt: Instant(microseconds: 0),
            scores: points.map { Review.Score(points: $0, comment: "Därför.") })
    }

    @Test func `weigh exactly, in whole hundredths of a point`() {
        #expect(review(1, [5, 5]).weightedHundredths(by: rubric) == 500)
        #expect(review(1, [3, 4]).weightedHundredths(by: rubric) == 333)
        #expect(review(1, [0, 0]).weightedHundredths(by: rubric) == 0)
        let reviews = Reviews([review(1, [3, 4]), review(2, [3, 3])], by: rubric, receivedVersion: 2)
        #expect(reviews.mean == .init(sum: 633, count: 2))
        #expect(reviews.mean?.hundredths == 317, "a half is rounded up")
    }

    @Test func `are stale once the application has moved on, or their reviewer has a conflict`() {
        let all = [review(1, version: 1, [5, 5]), review(2, [1, 1]), review(3, [2, 2])]
        let reviews = Reviews(all, by: rubric, receivedVersion: 2, partial: [Person.ID(number: 3)])
        #expect(all.map(reviews.isStale) == [true, false, true])
        #expect(!reviews.areDone)
        #expect(reviews.mean == .init(sum: 100, count: 1))
        #expect(Reviews(all, by: rubric, receivedVersion: 2).areDone)
        #expect(Reviews([], by: .none, receivedVersion: 2).areDone, "a call without criteria asks for none")
        #expect(Reviews([], by: rubric, receivedVersion: 2).mean == nil)
    }

    @Test func `of the officer of the case, or of who recommends, are none of those that the call asks for`() {
        let all = [review(1, [1, 1]), review(2, [1, 1])]
        let reviews = Reviews(all, by: rubric, receivedVersion: 2)
        #expect(reviews.areDone && reviews.areDone(besides: Person.ID(number: 9)))
        #expect(!reviews.areDone(besides: Person.ID(number: 1)))
        let own = Reviews(all, by: rubric, receivedVersion: 2, caseOfficer: Person.ID(number: 1))
        #expect(!own.areDone && own.counted.count == 1 && own.fresh.count == 2)
        #expect(own.mean?.count == 2, "it is told of all the same")
    }

    @Test func `are hidden from a reviewer until they have given their own`() {
        let reviews = Reviews([review(1, [5, 5])], by: rubric, receivedVersion: 2)
        let case1 = Case.application(.inReview)
        #expect(reviews.read(by: Case.person(.caseOfficer, number: 9), of: case1) == [])
        #expect(reviews.read(by: Case.person(.caseOfficer, number: 1), of: case1).count == 1)
        #expect(reviews.read(by: Case.person(.decisionMaker, number: 9), of: case1).count == 1)
        #expect(reviews.read(by: Case.person(.caseOfficer, number: 9), of: Case.application(.rejected)).count == 1)
    }

    @Test func `have criteria whose weights add up to a hundred`() {
        func fields(_ weights: [Int], required: Int = 1) -> [String] {
            var errors = FieldErrors()
            Rubric(
                requiredReviews: required,
                criteria: weights.map { .init(nameInSwedish: "A", nameInEnglish: "B", weight: $0) }
            ).validate(&errors)
            return errors.all.map(\.field)
        }
        #expect(fields([100]) == [] && fields([67, 33]) == [] && fields([], required: 0) == [])
        #expect(fields([67, 32]) == ["criteria"] && fields([]) == ["criteria"])
        #expect(fields([100, 0]) == ["criteria[1].weight"])
        #expect(fields([100], required: 11) == ["requiredReviews"])
    }

    @Test func `score every criterion on the scale, with a reason`() {
        func fields(_ scores: [(Int, String)]) -> [String] {
            var errors = FieldErrors()
            Review.validate(scores.map { .init(points: $0.0, comment: $0.1) }, by: rubric, &errors)
            return errors.all.map(\.field)
        }
        #expect(fields([(0, "A"), (5, "B")]) == [])
        #expect(fields([(0, "A")]) == ["scores"])
        #expect(fields([(6, "A"), (-1, " ")]) == ["scores[0].points", "scores[1].points", "scores[1].comment"])
    }
}

@Suite struct `A declared conflict of interest` {
    private let conflict = DeclaredConflict(
        personID: Person.ID(number: 1), ground: .closeRelation, explanation: "Min bror.",
        declaredBy: Person.ID(number: 2), declaredAt: Instant(microseconds: 0))

    @Test func `is named as the reason, beside those that are derived`() {
        let impartiality = Impartiality(
            libraries: [Skane.lund], participants: [Person.ID(number: 7)], declared: [conflict].open)
        #expect(impartiality.conflict(of: Case.person(.caseOfficer, number: 1)) == .declared(.closeRelation))
        #expect(impartiality.conflict(of: Case.person(.caseOfficer, number: 7)) == .tookPart)
        #expect(impartiality.conflict(of: Case.person(.caseOfficer, number: 2)) == nil)
        #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
            try impartiality.check(Case.person(.caseOfficer, number: 1))
        }
    }

    @Test func `is lifted by another than the one concerned and the one who declared it, once`() {
        for number in [1, 2] {
            #expect(throws: Refusal.notAllowed(.anotherLiftsConflict)) {
                try conflict.checkLifting(by: Case.person(.decisionMaker, number: number))
            }
        }
        #expect(throws: Never.self) { try conflict.checkLifting(by: Case.person(.decisionMaker, number: 3)) }
        let lifted = DeclaredConflict(
            personID: conflict.personID, ground: .closeRelation, explanation: "X", declaredBy: conflict.declaredBy,
            declaredAt: conflict.declaredAt,
            lifting: .init(liftedBy: Person.ID(number: 3), liftedAt: conflict.declaredAt, reason: "Avlägsen."))
        #expect([lifted].open.isEmpty)
        #expect(throws: Refusal.conflict(.wrongState)) {
            try lifted.checkLifting(by: Case.person(.decisionMaker, number: 4))
        }
    }
}
