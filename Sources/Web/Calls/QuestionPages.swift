import Domain
import HTML

/// The questions of a call in their order.
struct QuestionListPage {
    let request: WebRequest
    let call: Call
    let refusal: Refusal?
    let now: Instant

    private var phrases: Phrases { request.phrases }
    private var mayChange: Bool { call.publishedAt == nil || now < call.details.closesAt }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        h1(phrases.questionsTitle)
        if let refusal { failure(refusal) } else { confirmation(request) }
        p(phrases.questionsLead, .class("lead"))
        if call.questions.questions.isEmpty { p(phrases.noQuestions) } else { list }
        if mayChange { p { link(phrases.newQuestion, to: Link.newQuestion(call.id), .class("button")) } }
    }

    /// A fault of a removal has no field on this page.
    private func failure(_ refusal: Refusal) -> HTML {
        guard !refusal.fieldErrors.isEmpty else { return refusalNotice(refusal, phrases) }
        return div(.class("error-summary"), .id("error-summary"), .role(.alert), .tabIndex(-1)) {
            h2(phrases.somethingToMend)
            p(phrases.othersDependOnIt)
        }
    }

    private var list: HTML {
        ol(.class("cards")) {
            for question in call.questions.questions { li { item(question) } }
        }
    }

    private func item(_ question: Question) -> HTML {
        article {
            h2 { userText(phrases.words(question.label)) }
            p(phrases.about(question))
            if let premise = question.premise { p(phrases.condition(premise, in: call.questions)) }
            if mayChange {
                p { link(phrases.editQuestion(question), to: Link.question(question.id, of: call.id)) }
                commandButton(
                    phrases.removeQuestion(question), to: "\(Link.question(question.id, of: call.id))/removal",
                    ["version": "\(call.version)"], for: request)
            }
        }
    }
}

/// The form of one question.
struct QuestionPage {
    let request: WebRequest
    let call: Call
    let question: Question?
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    var title: String { question == nil ? phrases.newQuestion : phrases.editTheQuestion }
    private var path: String { question.map { Link.question($0.id, of: call.id) } ?? Link.newQuestion(call.id) }

    @HTMLBuilder var html: HTML {
        p { link(phrases.questionsTitle, to: Link.questions(call.id)) }
        h1(title)
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        form(action: "\(path)#error-summary", method: .post, .class("stacked")) {
            request.formToken
            hidden(name: "version", value: "\(call.version)")
            typed.pick("kind", Question.Kind.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            typed.line("label.sv")
            typed.line("label.en", hint: phrases.optional)
            typed.lines("help.sv", 3, hint: phrases.optional)
            typed.lines("help.en", 3, hint: phrases.optional)
            typed.box("required")
            typed.lines("options.sv", 4, hint: phrases.optionsHint)
            typed.lines("options.en", 4, hint: phrases.optionsInEnglishHint)
            typed.count("limit", hint: phrases.limitHint)
            typed.radios("unit", Question.Limit.Unit.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            typed.pick("onlyIf", premises, none: phrases.alwaysAsked)
            typed.count("place", hint: phrases.placeHint)
            div(.class("actions")) {
                button(phrases.saveQuestion)
                link(phrases.cancelAndGoBack, to: Link.questions(call.id))
            }
        }
    }

    /// Every answer of another question that this one can depend on.
    private var premises: [Choice] {
        call.questions.questions.filter { $0.id != question?.id }.flatMap { other in
            other.closedAnswers.map { answer in
                let premise = Question.Premise(other.id, is: answer)
                return Choice(QuestionForm.value(of: premise), phrases.condition(premise, in: call.questions))
            }
        }
    }
}
