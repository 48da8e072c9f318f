import Domain

/// What is said of reviewers from outside, to them and to the region.
extension Phrases {
    var reviewer: String { say("Bedömare", en: "Reviewer") }
    var reviewersHeading: String { say("Bedömare utifrån", en: "Reviewers from outside") }
    var noReviewers: String {
        say("Ingen utanför regionen bedömer ansökan.", en: "Nobody from outside the region reviews the application.")
    }
    var noFreeReviewer: String {
        say("Det finns ingen fler bedömare att välja.", en: "There is no other reviewer to choose.")
    }
    var assignReviewer: String { say("Ge ansökan till en bedömare", en: "Give the application to a reviewer") }
    var assignReviewerNow: String { say("Ge ansökan", en: "Give it") }
    var assigningMeans: String {
        say(
            "Bedömaren läser ansökan och dess bilagor, sedan hen har sagt sig inte vara jävig. Meddelanden, anteckningar och beslut syns inte.",
            en:
                "The reviewer reads the application and its files, once they have said that they have no conflict of interest. Messages, notes and decisions are not shown."
        )
    }
    var withdrawReviewer: String { say("Ta tillbaka", en: "Take back") }
    var standing: String { say("Läge", en: "Standing") }

    func standing(of assignment: ReviewAssignment, isReviewed: Bool) -> String {
        switch assignment.end?.ending {
        case .conflict where isReviewed:
            say("Jävig, granskningen räknas inte", en: "Has a conflict of interest, the review does not count")
        case .conflict: say("Jävig", en: "Has a conflict of interest")
        case .withdrawn where isReviewed: say("Har granskat, sedan tillbakatagen", en: "Has reviewed, then taken back")
        case .withdrawn: say("Tillbakatagen", en: "Taken back")
        case nil where isReviewed: say("Har granskat", en: "Has reviewed")
        case nil where assignment.impartialAt == nil:
            say("Har inte svarat om jäv", en: "Has not answered on conflicts of interest")
        case nil: say("Granskar", en: "Reviews")
        }
    }

    var reviewIsOverdue: String { say("Sista dagen har passerat", en: "The last day has passed") }
    var overdueReviews: String { say("Försenade granskningar utifrån", en: "Overdue reviews from outside") }
    var overdueReviewsMean: String {
        say(
            "Bedömaren har fått en påminnelse. Ge ansökan till någon annan om det brådskar.",
            en: "The reviewer has been reminded. Give the application to somebody else if it is urgent.")
    }
    func wasToReview(_ day: Day) -> String { say("senast \(self.day(day))", en: "by \(self.day(day))") }

    var assignmentsTitle: String { say("Att bedöma", en: "To review") }
    var assignmentsMean: String {
        say(
            "Ansökningar som regionen har gett dig att bedöma.",
            en: "Applications that the region has given you to review.")
    }
    var noAssignments: String { say("Du har inget att bedöma.", en: "You have nothing to review.") }
    var partiesOfCase: String { say("De som söker och arrangerar", en: "Those who apply and host") }
    var impartialityHeading: String { say("Är du jävig?", en: "Do you have a conflict of interest?") }
    var impartialityMeans: String {
        say(
            "Innan du läser ansökan behöver du säga om något hindrar dig: att du arbetar för någon av dem, är närstående till någon som berörs, själv har intresse i saken eller annat som kan rubba förtroendet för din opartiskhet (förvaltningslagen 16 §).",
            en:
                "Before you read the application, say whether anything hinders you: that you work for one of them, are close to somebody concerned, have an interest in the matter yourself, or anything else that may shake the trust in your impartiality (Administrative Procedure Act, section 16)."
        )
    }
    var iAmImpartial: String { say("Jag är inte jävig", en: "I have no conflict of interest") }
    var iAmPartial: String { say("Jag är jävig", en: "I have a conflict of interest") }
    var partialityMeans: String {
        say("Ansökan lämnas tillbaka till regionen.", en: "The application goes back to the region.")
    }
    var iHaveReviewed: String { say("Du har lämnat din granskning.", en: "You have given your review.") }
    var reviewIsOver: String {
        say("Ansökan granskas inte just nu.", en: "The application is not being reviewed at present.")
    }

    func reviewBy(_ day: Day) -> String { say("Senast \(self.day(day))", en: "By \(self.day(day))") }
}
