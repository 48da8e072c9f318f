import Domain
import HTML

/// One review, criterion by criterion.
struct ReviewTable {
    let review: Review
    let reviews: Reviews
    let names: [Person.ID: String]
    let phrases: Phrases

    init(review: Review, of reviews: Reviews, names: [Person.ID: String], phrases: Phrases) {
        self.review = review
        self.reviews = reviews
        self.names = names
        self.phrases = phrases
    }

    private var rubric: Rubric { reviews.rubric }

    var html: HTML {
        article(.class("panel")) {
            h3 {
                userText(names[review.reviewedBy] ?? "")
                ", \(phrases.moment(review.reviewedAt))"
                if let why = phrases.why(review, isStaleIn: reviews) { " "; badge(why, kind: "warning") }
            }
            listing(
                caption: phrases.scoresCaption,
                [Column(phrases.criterion), Column(phrases.points, isNumber: true), Column(phrases.comment)],
                zip(rubric.criteria, review.scores).map(row) + [sum])
        }
    }

    private func row(_ criterion: Rubric.Criterion, _ score: Review.Score) -> TableRow {
        TableRow([
            userText("\(phrases.name(criterion)) (\(criterion.weight) %)"), HTML("\(score.points)"),
            userParagraphs(score.comment),
        ])
    }

    private var sum: TableRow {
        TableRow(
            [HTML(phrases.weighted), HTML(phrases.points(review.weightedHundredths(by: rubric))), .empty], isSum: true)
    }
}

/// What a reviewer fills in: points and a comment for each criterion.
struct ReviewFields {
    let rubric: Rubric
    let typed: TypedForm

    private var phrases: Phrases { typed.phrases }

    @HTMLBuilder var html: HTML {
        for (index, criterion) in rubric.criteria.enumerated() { fields(index, criterion) }
    }

    private func fields(_ index: Int, _ criterion: Rubric.Criterion) -> HTML {
        fieldset(legend: "\(phrases.name(criterion)) (\(criterion.weight) %)") {
            if !criterion.guidance.isEmpty { userParagraphs(criterion.guidance) }
            typed.radios(ReviewForm.points(index), Rubric.scale.map { Choice("\($0)", "\($0)") })
            typed.lines(ReviewForm.comment(index), 3)
        }
    }
}
