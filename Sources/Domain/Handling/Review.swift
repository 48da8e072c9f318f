/// What one person thinks of one version of an application as it was received, criterion by criterion.
package struct Review: Sendable, Equatable {
    package typealias ID = Identifier<Review>

    package let id: ID
    package let applicationVersion: Int
    package let reviewedBy: Person.ID
    package let reviewedAt: Instant
    /// In the order of the criteria.
    package let scores: [Score]

    /// The points for one criterion, and why.
    package struct Score: Sendable, Equatable {
        package let points: Int
        package let comment: String

        package init(points: Int, comment: String) {
            self.points = points
            self.comment = comment
        }
    }

    package init(
        id: ID = ID(), applicationVersion: Int, reviewedBy: Person.ID, reviewedAt: Instant, scores: [Score]
    ) {
        self.id = id
        self.applicationVersion = applicationVersion
        self.reviewedBy = reviewedBy
        self.reviewedAt = reviewedAt
        self.scores = scores
    }

    /// Adds what is wrong with `scores` as a review by `rubric`.
    package static func validate(_ scores: [Score], by rubric: Rubric, _ errors: inout FieldErrors) {
        errors.require(scores.count == rubric.criteria.count, "scores", .isNot(.list))
        for (index, score) in scores.enumerated() {
            let field = "scores[\(index)]"
            errors.require(score.points >= Rubric.scale.lowerBound, "\(field).points", .isTooSmall(least: 0))
            let most = Rubric.scale.upperBound
            errors.require(score.points <= most, "\(field).points", .isTooLarge(most: most))
            errors.text(score.comment, "\(field).comment", limit: 4000, required: true, lines: true)
        }
    }

    /// The weighted sum in hundredths of a point: weights are whole per cent, so that nothing is rounded.
    package func weightedHundredths(by rubric: Rubric) -> Int {
        zip(scores, rubric.criteria).reduce(0) { $0 + $1.0.points * $1.1.weight }
    }
}

/// The reviews of an application, looked at against the version that was received last.
package struct Reviews: Sendable, Equatable {
    package let all: [Review]
    package let rubric: Rubric
    /// The version that was received last.
    package let receivedVersion: Int
    /// Whose reviews count no more: those who have declared a conflict since.
    package let partial: Set<Person.ID>
    /// Who handles the case: their own review is none of those that the call asks for.
    package let caseOfficer: Person.ID?

    package init(
        _ all: [Review], by rubric: Rubric, receivedVersion: Int, partial: Set<Person.ID> = [],
        caseOfficer: Person.ID? = nil
    ) {
        self.all = all
        self.rubric = rubric
        self.receivedVersion = receivedVersion
        self.partial = partial
        self.caseOfficer = caseOfficer
    }

    /// Whether the application has moved on since, or its reviewer turned out to have a conflict of interest.
    package func isStale(_ review: Review) -> Bool {
        review.applicationVersion != receivedVersion || partial.contains(review.reviewedBy)
    }

    package var fresh: [Review] { all.filter { !isStale($0) } }

    /// The fresh ones by others than the officer of the case: those that the call asks for.
    package var counted: [Review] { fresh.filter { $0.reviewedBy != caseOfficer } }

    /// As many as the call asks for are there, and fresh.
    package var areDone: Bool { counted.count >= rubric.requiredReviews }

    /// The same for a recommendation by `person`, whose own review does not count for it.
    package func areDone(besides person: Person.ID) -> Bool {
        counted.filter { $0.reviewedBy != person }.count >= rubric.requiredReviews
    }

    /// Whether `person` has reviewed the version that stands.
    package func has(by person: Person.ID) -> Bool {
        all.contains { $0.reviewedBy == person && $0.applicationVersion == receivedVersion }
    }

    /// Those that `person` may read: a reviewer their own, and all once they have given it. The officer of the case,
    /// who has to recommend, reads them once they are done. Whoever reviews nothing reads them all. A reviewer from
    /// outside waits for their own also when the case has ended, since that would tell it.
    package func read(by person: Person, of application: GrantApplication) -> [Review] {
        let reviews = person.has(.caseOfficer) && !application.status.isFinal || !person.isOfRegionalDesk
        let mustWait = reviews && !has(by: person.id)
        guard mustWait, !mayRead(as: person.id, of: application) else { return all }
        return all.filter { $0.reviewedBy == person.id }
    }

    /// Whether the officer of the case has the reviews before them.
    package func mayRead(as person: Person.ID, of application: GrantApplication) -> Bool {
        application.caseOfficerID == person && rubric.requiredReviews > 0 && areDone
    }

    /// The mean of the fresh reviews; nil: there is none.
    package var mean: Mean? {
        fresh.isEmpty
            ? nil : Mean(sum: fresh.map { $0.weightedHundredths(by: rubric) }.reduce(0, +), count: fresh.count)
    }

    /// A mean as the two whole numbers that it is made of.
    package struct Mean: Sendable, Equatable {
        /// In hundredths of a point.
        package let sum: Int
        package let count: Int

        package init(sum: Int, count: Int) {
            self.sum = sum
            self.count = count
        }

        /// To the nearest hundredth of a point; a half is rounded up.
        package var hundredths: Int { (2 * sum + count) / (2 * count) }
    }
}
