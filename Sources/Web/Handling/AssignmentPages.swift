import Domain
import HTML
import Store

/// What a reviewer from outside has been given.
struct AssignmentListPage {
    let request: WebRequest
    let rows: [AssignedReview]
    let total: Int

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder func html(_ window: PageWindow) -> HTML {
        h1(phrases.assignmentsTitle)
        p(phrases.assignmentsMean)
        confirmation(request)
        if rows.isEmpty {
            p(phrases.noAssignments)
        } else {
            listing(
                caption: phrases.assignmentsTitle,
                [
                    Column(phrases.application), Column(phrases.caseField("reviewDueOn")), Column(phrases.standing),
                ],
                rows.map { row in
                    TableRow([
                        link(to: Link.assignment(row.assignment.id)) { userText(row.title) },
                        HTML(phrases.day(row.assignment.dueOn)),
                        HTML(phrases.standing(of: row.assignment, isReviewed: row.isReviewed)),
                    ])
                })
        }
        paging(window, total: total, for: request)
    }
}

/// One application of a reviewer: first whether they are impartial, then what was received, and their review.
struct AssignmentPage {
    let request: WebRequest
    let person: Person
    let file: AssignmentFile
    /// nil: it is of a form that this program does not know.
    let received: ReceivedApplication?
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var assignment: ReviewAssignment { file.assignment }
    private var rubric: Rubric { file.reviews.rubric }

    @HTMLBuilder var html: HTML {
        p { link(phrases.assignmentsTitle, to: Link.assignments) }
        h1 { userText(file.application.request.title) }
        p(phrases.reviewBy(assignment.dueOn))
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        if refusal == nil { confirmation(request) }
        dl(.class("facts")) {
            fact(phrases.registryNumber, file.application.receipt?.registryNumber)
            fact(phrases.callOfApplication) { link(to: Link.call(file.call.id)) { userText(file.call.details.title) } }
            fact(phrases.partiesOfCase) { userText(file.libraries.list(Set(file.parties)).joined(separator: ", ")) }
        }
        if assignment.letsRead { application } else { impartiality }
    }

    private var impartiality: HTML {
        section(.class("panel")) {
            h2(phrases.impartialityHeading)
            p(phrases.impartialityMeans)
            commandButton(phrases.iAmImpartial, to: Link.impartiality(assignment.id), [:], for: request)
            conflict
        }
    }

    private var conflict: HTML {
        disclosure(phrases.iAmPartial, isOpen: typed.hasFault(in: "ground", "explanation")) {
            p(phrases.partialityMeans)
            form(action: "\(Link.conflict(in: assignment.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                typed.radios("ground", DeclaredConflict.Ground.allCases.map { Choice($0.rawValue, phrases.name($0)) })
                typed.lines("explanation", 3)
                button(phrases.declareConflictNow)
            }
        }
    }

    @HTMLBuilder private var application: HTML {
        if let received, let snapshot = file.snapshot {
            ReceivedContents(
                received: received, form: snapshot.contentVersion, libraries: file.libraries, phrases: phrases
            ).html
        } else if let snapshot = file.snapshot {
            blockquote { userParagraphs(snapshot.content) }
        }
        files
        reviews
        conflict
    }

    @HTMLBuilder private var files: HTML {
        h2(phrases.attachments)
        if file.files.isEmpty { p(phrases.empty) }
        ul {
            for each in file.files {
                li {
                    if each.isServed {
                        link(to: Link.content(of: each.id, in: assignment.id)) { userText(each.name.text) }
                    } else {
                        userText(each.name.text)
                    }
                    if !each.description.isEmpty { ": "; userText(each.description) }
                }
            }
        }
    }

    @HTMLBuilder private var reviews: HTML {
        let read = file.read(by: person)
        section(.id("reviews")) {
            h2(phrases.reviewsHeading)
            for review in read {
                ReviewTable(review: review, of: file.reviews, names: file.names, phrases: phrases).html
            }
            if file.isReviewed(by: person) {
                p(phrases.iHaveReviewed)
            } else if file.application.status == .inReview {
                writing
            } else {
                p(phrases.reviewIsOver)
            }
        }
    }

    @HTMLBuilder private var writing: HTML {
        p(phrases.othersAreHidden, .class("hint"))
        p(phrases.reviewingMeans)
        form(action: "\(Link.review(in: assignment.id))#error-summary", method: .post, .class("stacked")) {
            request.formToken
            ReviewFields(rubric: rubric, typed: typed).html
            div(.class("actions")) { button(phrases.giveReview) }
        }
    }
}
