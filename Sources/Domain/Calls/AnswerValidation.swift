extension QuestionSet {
    /// Adds what no draft may have: answers of another form than their question asks for. Only those are looked at that
    /// are other than in `kept`: what was answered to an earlier version of a question is nobody's fault.
    package func validate(_ answers: Answers, over kept: Answers = [:], _ errors: inout FieldErrors) {
        for id in answers.keys.sorted() where answers[id] != kept[id] {
            guard let question = self[id] else {
                errors.add(Question.field(id), .doesNotExist)
                continue
            }
            question.validate(answers[id] ?? [], &errors)
        }
    }

    /// Adds what a submission lacks: every question that is asked and wants an answer has one, and each fits.
    package func validateForSubmission(_ answers: Answers, _ errors: inout FieldErrors) {
        for question in asked(answers) {
            let given = answers[question.id] ?? []
            if given.isEmpty {
                guard question.isRequired else { continue }
                errors.add(question.field, question.kind == .statement ? .isNotAttested : .isMissing)
            } else {
                question.validate(given, &errors)
            }
        }
    }
}

extension Question {
    /// What an answer to it is called beside its faults.
    package static func field(_ id: ID) -> String { "answers.\(id)" }

    package var field: String { Self.field(id) }

    /// Adds what is wrong with an answer.
    fileprivate func validate(_ given: [String], _ errors: inout FieldErrors) {
        guard given.count == 1 || kind == .several else {
            errors.add(field, .isTwice)
            return
        }
        switch kind {
        case .line, .lines: given.forEach { validateText($0, &errors) }
        case .one, .several, .yesOrNo, .statement:
            errors.require(Set(given).count == given.count, field, .isTwice)
            errors.require(given.allSatisfy(closedAnswers.contains), field, .isNotOneOf(closedAnswers))
        case .number: errors.require(given.allSatisfy(Self.isNumber), field, .isNot(.number))
        case .money: errors.require(given.allSatisfy { Money(decimal: $0) != nil }, field, .isNot(.money))
        case .date: errors.require(given.allSatisfy { Day($0) != nil }, field, .isNot(.day))
        }
    }

    private func validateText(_ text: String, _ errors: inout FieldErrors) {
        let letters = limit?.unit == .letters ? limit?.most : nil
        errors.text(
            text, field, limit: letters ?? (kind == .line ? 500 : Self.longestText), required: true,
            lines: kind == .lines)
        if let limit, limit.unit == .words {
            errors.require(text.words <= limit.most, field, .hasTooManyWords(limit: limit.most))
        }
    }

    /// Digits, perhaps with a sign before and a fraction after a point.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && digits.utf8.count <= 16
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
}

extension String {
    /// How many words there are, as a reader counts them: runs of anything but white space.
    fileprivate var words: Int { split(whereSeparator: \.isWhitespace).count }
}
