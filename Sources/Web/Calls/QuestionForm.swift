import Domain

/// One question in the form in which the region writes it.
enum QuestionForm {
    /// Reads the question; `kept` is the one that is changed, `others` those before which it cannot depend on.
    static func read(_ form: FormReader, over kept: Question?) -> (question: Question, place: Int) {
        let kind = form.requiredChoice("kind", Question.Kind.line)
        let options = options(form, kept)
        let most = form.integer("limit")
        let unit = form.choice("unit", Question.Limit.Unit.self) ?? .words
        let question = Question(
            id: kept?.id ?? Question.ID(), kind,
            BilingualText(form.requiredText("label.sv"), en: form.text("label.en") ?? ""),
            help: BilingualText(form.text("help.sv") ?? "", en: form.text("help.en") ?? ""),
            isRequired: form.truth("required"), options: kind.hasOptions ? options : [],
            limit: kind.isText ? most.map { Question.Limit($0, unit) } : nil, onlyIf: premise(form))
        return (question, max(form.requiredInteger("place"), 1))
    }

    /// One option a line. One that keeps its Swedish words keeps its key, and so the answers that chose it.
    private static func options(_ form: FormReader, _ kept: Question?) -> [Question.Option] {
        let swedish = lines(form.text("options.sv"))
        let english = lines(form.text("options.en"))
        let before = kept?.options ?? []
        var next = (before.compactMap { Int($0.key) }.max() ?? 0) + 1
        return swedish.enumerated().map { index, words in
            let label = BilingualText(words, en: index < english.count ? english[index] : "")
            if let same = before.first(where: { $0.label.swedish == words }) { return Question.Option(same.key, label) }
            defer { next += 1 }
            return Question.Option(String(next), label)
        }
    }

    private static func lines(_ text: String?) -> [String] {
        (text ?? "").split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// `the question's id` and its answer, with a space between.
    private static func premise(_ form: FormReader) -> Question.Premise? {
        guard let typed = form.text("onlyIf") else { return nil }
        let parts = typed.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let id = Question.ID(parts[0]) else {
            form.errors.add("onlyIf", .doesNotExist)
            return nil
        }
        return Question.Premise(id, is: parts[1])
    }

    static func value(of premise: Question.Premise) -> String { "\(premise.questionID) \(premise.answer)" }

    static func values(_ question: Question, place: Int) -> [String: [String]] {
        [
            "kind": [question.kind.rawValue], "label.sv": [question.label.swedish],
            "label.en": [question.label.english],
            "help.sv": [question.help.swedish], "help.en": [question.help.english],
            "required": question.isRequired ? ["yes"] : [],
            "options.sv": [question.options.map(\.label.swedish).joined(separator: "\n")],
            "options.en": [question.options.map(\.label.english).joined(separator: "\n")],
            "limit": [question.limit.map { "\($0.most)" } ?? ""],
            "unit": [question.limit?.unit.rawValue ?? Question.Limit.Unit.words.rawValue],
            "onlyIf": [question.premise.map(value) ?? ""], "place": ["\(place)"],
        ]
    }
}

extension [Question] {
    /// With the question in its place, counted from 1, and not in the one where it was.
    func putting(_ question: Question, at place: Int) -> [Question] {
        var questions = filter { $0.id != question.id }
        questions.insert(question, at: Swift.min(Swift.max(place - 1, 0), questions.count))
        return questions
    }
}
