import Domain
import HTML
import Store

/// Reviews from outside whose last day has passed, on the desk.
struct OverdueReviewsPart {
    let reviews: [OverdueReview]
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !reviews.isEmpty {
            section(.class("panel")) {
                h2(phrases.overdueReviews)
                p(phrases.overdueReviewsMean)
                ul {
                    for one in reviews {
                        li {
                            link(one.registryNumber, to: Link.deskCase(one.applicationID)); " "
                            userText(one.title)
                            ", "
                            userText(one.reviewerName)
                            ", \(phrases.wasToReview(one.dueOn))"
                        }
                    }
                }
            }
        }
    }
}
