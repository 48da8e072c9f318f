import Domain
import HTML

/// What a project says of itself in the standard fields, and what it answers to the questions of its call.
struct ProjectFacts {
    let plan: ProjectPlan
    let answers: [AnsweredQuestion]
    let phrases: Phrases

    private var facts: [(term: String, text: String)] { phrases.facts(of: plan) }

    @HTMLBuilder var html: HTML {
        if !facts.isEmpty {
            h3(phrases.aboutTheProject)
            terms(facts)
        }
        if !answers.isEmpty {
            h3(phrases.questionsOfTheCall)
            terms(answered)
        }
    }

    /// All of it as one list, without headings.
    @HTMLBuilder var list: HTML {
        let all = facts + answered
        if all.isEmpty { HTML("–") } else { terms(all) }
    }

    private var answered: [(term: String, text: String)] {
        answers.map { (term: phrases.words($0.label), text: phrases.words($0)) }
    }

    private func terms(_ facts: [(term: String, text: String)]) -> HTML {
        dl(.class("facts")) { for each in facts { fact(each.term) { userParagraphs(each.text) } } }
    }
}
