/// By what the applications to a call are reviewed: criteria with weights, and how many reviews there must be. Each
/// change makes a new version; old ones are kept.
package struct Rubric: Sendable, Equatable {
    /// 0: the call has none.
    package var version: Int
    /// How many fresh reviews a recommendation asks for. 0: none is needed.
    package var requiredReviews: Int
    package var criteria: [Criterion]

    /// The scale of a score.
    package static let scale = 0...5
    /// What all weights add up to, in per cent.
    package static let wholeWeight = 100
    /// A call without criteria.
    package static let none = Rubric(version: 0, requiredReviews: 0, criteria: [])

    /// One thing that is looked at, in both languages, and how much it weighs.
    package struct Criterion: Sendable, Equatable {
        package var nameInSwedish: String
        package var nameInEnglish: String
        /// Whole per cent.
        package var weight: Int
        /// What to look for, as the region wrote it.
        package var guidance: String

        package init(nameInSwedish: String, nameInEnglish: String, weight: Int, guidance: String = "") {
            self.nameInSwedish = nameInSwedish
            self.nameInEnglish = nameInEnglish
            self.weight = weight
            self.guidance = guidance
        }
    }

    package init(version: Int = 1, requiredReviews: Int, criteria: [Criterion]) {
        self.version = version
        self.requiredReviews = requiredReviews
        self.criteria = criteria
    }

    package func validate(_ errors: inout FieldErrors) {
        errors.require(requiredReviews >= 0, "requiredReviews", .isTooSmall(least: 0))
        errors.require(requiredReviews <= 10, "requiredReviews", .isTooLarge(most: 10))
        errors.require(requiredReviews == 0 || !criteria.isEmpty, "criteria", .isMissing)
        errors.require(criteria.count <= 20, "criteria", .isTooLong(limit: 20))
        for (index, criterion) in criteria.enumerated() { criterion.validate(&errors, "criteria[\(index)]") }
        let sum = criteria.map(\.weight).reduce(0, +)
        errors.require(
            criteria.isEmpty || sum == Self.wholeWeight, "criteria", .weightsDoNotAddUp(to: Self.wholeWeight))
    }
}

extension Rubric.Criterion {
    fileprivate func validate(_ errors: inout FieldErrors, _ field: String) {
        errors.text(nameInSwedish, "\(field).name.sv", limit: 200, required: true)
        errors.text(nameInEnglish, "\(field).name.en", limit: 200, required: true)
        errors.require(weight >= 1, "\(field).weight", .isTooSmall(least: 1))
        errors.require(weight <= Rubric.wholeWeight, "\(field).weight", .isTooLarge(most: Rubric.wholeWeight))
        errors.text(guidance, "\(field).guidance", limit: 2000, lines: true)
    }
}
