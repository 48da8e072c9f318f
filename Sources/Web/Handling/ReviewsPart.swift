import Domain
import HTML

/// The reviews of a case as its reader may read them, and where they give their own.
struct ReviewsPart {
    let request: WebRequest
    let person: Person
    let file: CaseFile
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var reviews: Reviews { file.handling.reviews }
    private var rubric: Rubric { reviews.rubric }
    private var read: [Review] { reviews.read(by: person, of: file.application) }

    @HTMLBuilder var html: HTML {
        if !rubric.criteria.isEmpty {
            section(.id("reviews")) {
                h2(phrases.reviewsHeading)
                p(phrases.reviewsDone(reviews))
                if let mean = reviews.mean, read.count == reviews.all.count {
                    p { strong(phrases.mean(mean)) }
                }
                if read.count < reviews.all.count { p(phrases.othersAreHidden, .class("hint")) }
                for review in read {
                    ReviewTable(review: review, of: reviews, names: file.handling.names, phrases: phrases).html
                }
                if mayReview { writing }
            }
        }
    }

    private var mayReview: Bool {
        person.has(.caseOfficer) && file.application.status == .inReview && file.conflict(of: person) == nil
            && !reviews.has(by: person.id) && !reviews.mayRead(as: person.id, of: file.application)
    }

    private var writing: HTML {
        disclosure(phrases.giveReview, isOpen: typed.hasFault(under: "scores.")) {
            p(phrases.reviewingMeans)
            if file.application.caseOfficerID == person.id, rubric.requiredReviews > 0 { p(phrases.ownReviewIsExtra) }
            form(action: "\(Link.reviews(file.application.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                ReviewFields(rubric: rubric, typed: typed).html
                div(.class("actions")) { button(phrases.giveReview) }
            }
        }
    }
}

/// The conflicts of interest of a case, and where one is declared, recorded or lifted; and who handles the case.
struct ConflictsPart {
    let request: WebRequest
    let person: Person
    let file: CaseFile
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var application: GrantApplication { file.application }
    private var names: [Person.ID: String] { file.handling.names }
    private var openOnes: [DeclaredConflict] { file.handling.conflicts.filter(\.isOpen) }

    @HTMLBuilder var html: HTML {
        section(.id("conflicts")) {
            h2(phrases.conflictsHeading)
            if file.handling.conflicts.isEmpty { p(phrases.noConflicts) }
            ul(.class("log")) { for conflict in file.handling.conflicts { li { item(conflict) } } }
            if person.actsForRegion { declaring }
            if person.has(.decisionMaker), !openOnes.isEmpty { lifting }
            if mayReassign { reassigning }
        }
    }

    @HTMLBuilder private func item(_ conflict: DeclaredConflict) -> HTML {
        strong { userText(names[conflict.personID] ?? "") }
        ": \(phrases.name(conflict.ground)). \(phrases.declared(conflict.declaredAt)) "
        userText(names[conflict.declaredBy] ?? "")
        blockquote { userParagraphs(conflict.explanation) }
        if let lifting = conflict.lifting {
            p {
                "\(phrases.lifted(lifting.liftedAt)) "
                userText(names[lifting.liftedBy] ?? "")
            }
            blockquote { userParagraphs(lifting.reason) }
        }
    }

    private var declaring: HTML {
        disclosure(phrases.declareConflict, isOpen: typed.hasFault(in: "personId", "ground", "explanation")) {
            p(phrases.declaringMeans)
            form(action: "\(Link.conflicts(application.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                if !others.isEmpty { typed.pick("personId", others, none: phrases.myself) }
                typed.radios(
                    "ground", DeclaredConflict.Ground.allCases.map { Choice($0.rawValue, phrases.name($0)) })
                typed.lines("explanation", 3)
                button(phrases.declareConflictNow)
            }
        }
    }

    /// Of whom the reader may record a conflict: a decision maker of everybody of the region; they and case officers of
    /// whoever from outside was given the application, unless they have a conflict of interest themselves.
    private var others: [Choice] {
        let colleagues = person.has(.decisionMaker) ? file.handling.colleagues.filter { $0.id != person.id } : []
        let mayName = (person.has(.caseOfficer) || person.has(.decisionMaker)) && file.conflict(of: person) == nil
        let outsiders = mayName ? file.handling.outsiders : []
        return colleagues.map { Choice($0.id.description, $0.name) }
            + outsiders.map { Choice($0.description, "\(names[$0] ?? "") (\(phrases.reviewer))") }
    }

    private var lifting: HTML {
        disclosure(phrases.liftConflict, isOpen: typed.hasFault(in: "conflictId", "liftingReason")) {
            form(action: "\(Link.liftings(application.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                typed.pick(
                    "conflictId", openOnes.map { Choice($0.id.description, names[$0.personID] ?? "") })
                typed.lines("liftingReason", 3)
                button(phrases.liftConflictNow)
            }
        }
    }

    private var mayReassign: Bool {
        (person.has(.caseOfficer) || person.has(.decisionMaker)) && file.conflict(of: person) == nil
            && (application.status == .inReview || application.status == .completionRequested)
    }

    private var reassigning: HTML {
        disclosure(phrases.reassign, isOpen: typed.hasFault(in: "officerId")) {
            form(action: "\(Link.caseOfficer(application.id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: "\(application.version)")
                typed.pick(
                    "officerId",
                    file.handling.colleagues.filter { $0.has(.caseOfficer) && $0.id != application.caseOfficerID }
                        .map { Choice($0.id.description, $0.name) })
                button(phrases.reassignNow)
            }
        }
    }
}
