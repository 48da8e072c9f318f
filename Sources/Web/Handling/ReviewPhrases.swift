import Domain

/// What is said of criteria and reviews.
extension Phrases {
    var rubricHeading: String { say("Bedömningskriterier", en: "Criteria") }
    var editRubric: String { say("Ändra bedömningskriterierna", en: "Edit the criteria") }
    var rubricMeans: String {
        say(
            "Kriterierna visas på utlysningens sida. När den är publicerad ligger de fast.",
            en: "The criteria are shown on the page of the call. Once it is announced they stand.")
    }
    var requiredReviewsHint: String {
        say("0 om inga granskningar behövs före förslaget.", en: "0 if no reviews are needed before a recommendation.")
    }
    var oneMoreCriterion: String { say("Ett kriterium till", en: "One more criterion") }
    var criterion: String { say("Kriterium", en: "Criterion") }
    var weight: String { say("Vikt", en: "Weight") }
    var guidance: String { say("Vägledning", en: "Guidance") }
    var points: String { say("Poäng", en: "Points") }
    var comment: String { say("Kommentar", en: "Comment") }
    var weighted: String { say("Viktad summa", en: "Weighted sum") }
    var scoresCaption: String { say("Poäng för varje kriterium", en: "Points for each criterion") }
    var reviewsHeading: String { say("Granskningar", en: "Reviews") }
    var giveReview: String { say("Granska ansökan", en: "Review the application") }
    var reviewingMeans: String {
        say(
            "Ge 0 till 5 poäng för varje kriterium och säg varför. Granskningen går inte att ändra, och blir allmän handling.",
            en:
                "Give 0 to 5 points for each criterion and say why. A review cannot be changed, and is an official document."
        )
    }
    /// Why a review does not count; nil: it does.
    func why(_ review: Review, isStaleIn reviews: Reviews) -> String? {
        if reviews.partial.contains(review.reviewedBy) { return say("Räknas inte", en: "Does not count") }
        return reviews.isStale(review) ? say("Gäller en tidigare version", en: "Of an earlier version") : nil
    }
    var othersAreHidden: String {
        say(
            "Andras granskningar visas när du har lämnat din egen.",
            en: "The reviews of others are shown once you have given yours.")
    }

    func criterion(_ number: Int) -> String { say("Kriterium \(number)", en: "Criterion \(number)") }
    func name(_ criterion: Rubric.Criterion) -> String {
        language == .swedish ? criterion.nameInSwedish : criterion.nameInEnglish
    }

    /// Points from hundredths: `3,40`.
    func points(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100)\(say(",", en: "."))\(rest < 10 ? "0" : "")\(rest)"
    }

    func mean(_ mean: Reviews.Mean) -> String {
        let reviews = mean.count == 1 ? say("1 granskning", en: "1 review") : nil
        let count = reviews ?? say("\(mean.count) granskningar", en: "\(mean.count) reviews")
        return say(
            "Medel \(points(mean.hundredths)) av 5 (\(count))", en: "Mean \(points(mean.hundredths)) of 5 (\(count))")
    }

    var ownReviewIsExtra: String {
        say(
            "Du handlägger ärendet. Din granskning räknas inte bland dem som behövs.",
            en: "You handle the case. Your review is none of those that are needed.")
    }

    func reviewsDone(_ reviews: Reviews) -> String {
        if reviews.rubric.requiredReviews == 0 {
            return say(
                "Lämnade granskningar: \(reviews.fresh.count). Ingen behövs för ett förslag.",
                en: "Reviews given: \(reviews.fresh.count). None is needed for a recommendation.")
        }
        return say(
            "\(reviews.counted.count) av \(reviews.rubric.requiredReviews) granskningar som behövs är klara.",
            en: "\(reviews.counted.count) of the \(reviews.rubric.requiredReviews) reviews that are needed are done.")
    }

    func reviewsAreMissing(_ reviews: Reviews) -> String {
        say(
            "Förslag kan lämnas när granskningarna är klara: \(reviews.fresh.count) av \(reviews.rubric.requiredReviews).",
            en:
                "A recommendation can be made once the reviews are done: \(reviews.fresh.count) of \(reviews.rubric.requiredReviews)."
        )
    }

    func reviewedBy(_ count: Int) -> String {
        switch count {
        case 0:
            say("Ansökningar bedöms efter de här kriterierna.", en: "Applications are judged by these criteria.")
        case 1:
            say(
                "Varje ansökan granskas av minst en person efter de här kriterierna.",
                en: "Each application is reviewed by at least one person by these criteria.")
        default:
            say(
                "Varje ansökan granskas av minst \(count) personer efter de här kriterierna.",
                en: "Each application is reviewed by at least \(count) people by these criteria.")
        }
    }

    func rubricField(_ name: String) -> String {
        if name == "requiredReviews" { return say("Antal granskningar som behövs", en: "Number of reviews needed") }
        let parts = name.split(separator: ".")
        guard parts.count == 3, let row = Int(parts[1]) else { return name == "criteria" ? rubricHeading : name }
        return switch parts[2] {
        case "nameInSwedish": say("Kriterium \(row + 1) på svenska", en: "Criterion \(row + 1) in Swedish")
        case "nameInEnglish": say("Kriterium \(row + 1) på engelska", en: "Criterion \(row + 1) in English")
        case "weight": say("Vikt för kriterium \(row + 1), i procent", en: "Weight of criterion \(row + 1), per cent")
        default: say("Vägledning för kriterium \(row + 1)", en: "Guidance for criterion \(row + 1)")
        }
    }

    /// A field on the page of a case, whose reviews have the criteria of its call.
    func field(_ name: String, of rubric: Rubric) -> String {
        let parts = name.split(separator: ".")
        guard parts.count == 3, parts[0] == "scores", let index = Int(parts[1]), rubric.criteria.indices.contains(index)
        else { return caseField(name) }
        let criterion = self.name(rubric.criteria[index])
        return parts[2] == "points" ? "\(points): \(criterion)" : "\(comment): \(criterion)"
    }
}
