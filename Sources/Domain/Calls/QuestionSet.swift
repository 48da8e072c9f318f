/// What is answered to each question, as text: each thing chosen by its key, `yes` or `no`, a day as `2027-04-27`, an
/// amount in kronor as `30000.00`, a number as `12.5`. What is not answered is not there.
package typealias Answers = [Question.ID: [String]]

/// The questions of a call in their order. Every change of them makes a new version; old ones are kept.
package struct QuestionSet: Sendable, Equatable {
    /// 0 where nothing has ever been asked.
    package let version: Int
    package let questions: [Question]

    package init(version: Int = 0, _ questions: [Question] = []) {
        self.version = version
        self.questions = questions
    }

    /// Most questions of a call.
    package static let most = 60

    package subscript(_ id: Question.ID) -> Question? { questions.first { $0.id == id } }

    /// Those that are asked of somebody who has answered so: a question whose condition does not hold is hidden, and
    /// then so are those that depend on it.
    package func asked(_ answers: Answers) -> [Question] {
        var asked: [Question] = []
        for question in questions {
            guard let premise = question.premise else {
                asked.append(question)
                continue
            }
            if asked.contains(where: { $0.id == premise.questionID }),
                answers[premise.questionID]?.contains(premise.answer) == true
            {
                asked.append(question)
            }
        }
        return asked
    }

    /// What is sent of the answers: those to questions that are asked. The others are kept in the draft alone.
    package func sent(_ answers: Answers) -> [AnsweredQuestion] {
        asked(answers).compactMap { question in
            answers[question.id].map { AnsweredQuestion(question, $0) }
        }
    }
}

extension QuestionSet {
    /// Adds what is wrong with the questions themselves.
    package func validate(_ errors: inout FieldErrors) {
        errors.require(questions.count <= Self.most, "questions", .isTooLong(limit: Self.most))
        errors.require(Set(questions.map(\.id)).count == questions.count, "questions", .isTwice)
        for (index, question) in questions.enumerated() {
            question.validate(&errors, "questions[\(index)]")
            guard let premise = question.premise else { continue }
            let earlier = questions[..<index].first { $0.id == premise.questionID }
            errors.require(
                earlier?.closedAnswers.contains(premise.answer) ?? false, "questions[\(index)].onlyIf", .doesNotExist)
        }
    }
}

extension Question {
    fileprivate func validate(_ errors: inout FieldErrors, _ field: String) {
        label.validate(&errors, "\(field).label", limit: 300, required: true)
        help.validate(&errors, "\(field).help", limit: 2000, lines: true)
        if kind.hasOptions {
            errors.require(options.count >= 2, "\(field).options", .isTooSmall(least: 2))
            errors.require(options.count <= 50, "\(field).options", .isTooLarge(most: 50))
            errors.require(Set(options.map(\.key)).count == options.count, "\(field).options", .isTwice)
            for option in options {
                errors.text(option.key, "\(field).options", limit: 50, required: true)
                option.label.validate(&errors, "\(field).options", limit: 200, required: true)
            }
        } else {
            errors.require(options.isEmpty, "\(field).options", .isUnknownField)
        }
        guard let limit else { return }
        errors.require(kind.isText, "\(field).limit", .isUnknownField)
        errors.require(limit.most >= 1, "\(field).limit", .isTooSmall(least: 1))
        errors.require(limit.most <= Self.longestText, "\(field).limit", .isTooLarge(most: Self.longestText))
    }
}
