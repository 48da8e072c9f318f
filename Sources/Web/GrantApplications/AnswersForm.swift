import Domain
import HTML

/// The questions of a call in the form of an application: each field is `answers.` and the question's id.
enum AnswersForm {
    /// The button that shows the questions that follow from what has been answered; its value in `more`.
    static let follow = "answers"

    /// What was answered, as the Domain has it. What is of no such form stays as it was typed, for the Domain to
    /// refuse.
    static func read(_ form: FormReader, _ sent: [String: [String]], _ set: QuestionSet) -> Answers {
        var answers: Answers = [:]
        // A question may have been taken away while its answer was being typed: that is no fault of the writer.
        for name in sent.keys where name.hasPrefix("answers.") { _ = form.texts(name) }
        for question in set.questions {
            let typed = question.kind == .several ? form.texts(question.field) : [form.text(question.field)].compacted
            if !typed.isEmpty { answers[question.id] = typed.map { canonical($0, question.kind) } }
        }
        return answers
    }

    /// Answers as fields show them.
    static func values(_ answers: Answers, _ set: QuestionSet) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for question in set.questions {
            let given = answers[question.id] ?? []
            values[question.field] =
                question.kind.hasOptions ? given : [given.map { shown($0, question.kind) }.first ?? ""]
        }
        return values
    }

    /// What was answered, over what is kept: questions that the form does not have keep their answers.
    static func over(_ kept: Answers, _ typed: Answers, _ set: QuestionSet) -> Answers {
        var answers = kept
        for question in set.questions {
            answers[question.id] = typed[question.id].map { values in
                guard question.kind.isText, let before = kept[question.id]?.first, values.count == 1 else {
                    return values
                }
                return [TypedText.text(values[0], over: before)]
            }
        }
        return answers
    }

    private static func canonical(_ typed: String, _ kind: Question.Kind) -> String {
        switch kind {
        case .money: TypedText.money(typed)?.decimal ?? typed
        case .number: typed.filter { !$0.isWhitespace }.replacing(",", with: ".").replacing("\u{2212}", with: "-")
        default: typed
        }
    }

    private static func shown(_ value: String, _ kind: Question.Kind) -> String {
        switch kind {
        case .money: Money(decimal: value)?.typed ?? value
        case .number: value.replacing(".", with: ",")
        default: value
        }
    }
}

extension [String?] {
    fileprivate var compacted: [String] { compactMap(\.self) }
}

/// The questions that are asked of somebody who has typed so. Those that are hidden keep what was typed in them.
struct AnswersPart {
    let typed: TypedForm
    let set: QuestionSet
    /// Where the form is sent.
    let path: String

    private var phrases: Phrases { typed.phrases }

    @HTMLBuilder var html: HTML {
        if !set.questions.isEmpty {
            fieldset(legend: phrases.questionsOfTheCall, .id("questions")) {
                for question in set.questions {
                    if isAsked(question) { asked(question) } else { kept(question) }
                }
            }
        }
    }

    /// As typed: a choice stands in its field as it does in an answer.
    private var askedIDs: Set<Question.ID> {
        let answers = set.questions.map { ($0.id, typed.all($0.field).filter { !$0.isEmpty }) }
        return Set(set.asked(Dictionary(uniqueKeysWithValues: answers.map { ($0.0, Array($0.1)) })).map(\.id))
    }

    private func isAsked(_ question: Question) -> Bool { askedIDs.contains(question.id) }

    private func kept(_ question: Question) -> HTML {
        HTML { for value in typed.all(question.field).sorted() { hidden(name: question.field, value: value) } }
    }

    @HTMLBuilder private func asked(_ question: Question) -> HTML {
        control(question)
        if let next = set.questions.first(where: { $0.premise?.questionID == question.id }) {
            p {
                button(
                    phrases.showFollowingQuestions, name: ApplicationForm.moreRows, value: AnswersForm.follow,
                    .formAction("\(path)#\(controlID(isAsked(next) ? question.field : next.field))"), .class("quiet"))
            }
        }
    }

    private func control(_ question: Question) -> HTML {
        let (name, hint) = (question.field, phrases.hint(of: question))
        switch question.kind {
        case .line: return typed.line(name, hint: hint)
        case .lines: return typed.lines(name, 5, hint: hint)
        case .number: return typed.count(name, hint: hint)
        case .money: return typed.amount(name, hint: hint)
        case .date: return typed.day(name, hint: hint)
        case .statement: return statement(question, hint: hint)
        case .one: return typed.radios(name, choices(question), hint: hint)
        case .several: return typed.boxes(name, choices(question), hint: hint)
        case .yesOrNo:
            return typed.radios(
                name, [Choice(Question.yes, phrases.yes), Choice(Question.no, phrases.no)], hint: hint)
        }
    }

    /// A box sends its value; ours is the answer itself.
    private func statement(_ question: Question, hint: String?) -> HTML {
        checkboxGroup(
            legend: phrases.statementToConfirm, name: question.field,
            choices: [Choice(Question.yes, phrases.words(question.label))], selected: typed.all(question.field),
            hint: hint, error: typed.error(question.field))
    }

    private func choices(_ question: Question) -> [Choice] {
        question.options.map { Choice($0.key, phrases.words($0.label)) }
    }
}

extension Phrases {
    var questionsOfTheCall: String { say("Utlysningens egna frågor", en: "Questions of this call") }
    var showFollowingQuestions: String { say("Visa följdfrågor", en: "Show the questions that follow") }
    var statementToConfirm: String { say("Bekräfta", en: "Confirm") }

    /// What the question says beside its field: its help, how long an answer may be, and whether one must answer.
    fileprivate func hint(of question: Question) -> String? {
        var parts = [words(question.help)]
        if let limit = question.limit {
            parts.append(
                limit.unit == .words
                    ? say("Högst \(number(limit.most)) ord.", en: "At most \(number(limit.most)) words.")
                    : say("Högst \(number(limit.most)) tecken.", en: "At most \(number(limit.most)) characters."))
        }
        if !question.isRequired { parts.append(optional) }
        let said = parts.filter { !$0.isEmpty }
        return said.isEmpty ? nil : said.joined(separator: " ")
    }

    /// What a field of the form is called: a question by its own words.
    func applicationField(in set: QuestionSet) -> (String) -> String {
        { name in set.questions.first { $0.field == name }.map { words($0.label) } ?? applicationField(name) }
    }
}
