import Domain
import HTML

/// Who from outside reviews a case, and where a case officer gives it to one or takes it back.
struct ReviewersPart {
    let request: WebRequest
    let person: Person
    let file: CaseFile
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var application: GrantApplication { file.application }
    private var handling: CaseHandling { file.handling }

    @HTMLBuilder var html: HTML {
        if !handling.reviews.rubric.criteria.isEmpty, !handling.assignments.isEmpty || mayAssign {
            section(.id("reviewers")) {
                h2(phrases.reviewersHeading)
                if handling.assignments.isEmpty { p(phrases.noReviewers) } else { list }
                if mayAssign { assigning }
            }
        }
    }

    private var list: HTML {
        listing(
            caption: phrases.reviewersHeading,
            [Column(phrases.reviewer), Column(phrases.caseField("reviewDueOn")), Column(phrases.standing)]
                + (isOfficer ? [Column(phrases.withdrawReviewer)] : []),
            handling.assignments.map(row))
    }

    private func row(_ assignment: ReviewAssignment) -> TableRow {
        let cells = [
            userText(handling.names[assignment.reviewerID] ?? ""), HTML(phrases.day(assignment.dueOn)),
            standing(of: assignment),
        ]
        guard isOfficer else { return TableRow(cells) }
        return TableRow(cells + [assignment.isOpen ? withdrawal(of: assignment) : .empty])
    }

    @HTMLBuilder private func standing(of assignment: ReviewAssignment) -> HTML {
        let isReviewed = handling.reviews.has(by: assignment.reviewerID)
        phrases.standing(of: assignment, isReviewed: isReviewed)
        if !isReviewed, assignment.isOverdue(on: handling.today) {
            " "
            badge(phrases.reviewIsOverdue, kind: "warning")
        }
    }

    private func withdrawal(of assignment: ReviewAssignment) -> HTML {
        let name = handling.names[assignment.reviewerID] ?? ""
        return commandButton(
            "\(phrases.withdrawReviewer): \(name)", to: Link.withdrawals(application.id),
            ["assignmentId": "\(assignment.id)"], for: request)
    }

    private var isOfficer: Bool { person.has(.caseOfficer) && file.conflict(of: person) == nil }

    private var mayAssign: Bool {
        isOfficer && (application.status == .inReview || application.status == .completionRequested)
    }

    private var free: [Person] {
        let open = handling.assignments.filter(\.isOpen).map(\.reviewerID)
        return handling.reviewers.filter { !open.contains($0.id) && file.conflict(of: $0) == nil }
    }

    @HTMLBuilder private var assigning: HTML {
        if free.isEmpty {
            p(phrases.noFreeReviewer, .class("hint"))
        } else {
            disclosure(phrases.assignReviewer, isOpen: typed.hasFault(in: "reviewerId", "reviewDueOn")) {
                p(phrases.assigningMeans)
                form(action: "\(Link.reviewers(application.id))#error-summary", method: .post, .class("stacked")) {
                    request.formToken
                    typed.pick("reviewerId", free.map { Choice($0.id.description, $0.name) })
                    typed.day("reviewDueOn")
                    button(phrases.assignReviewerNow)
                }
            }
        }
    }
}
