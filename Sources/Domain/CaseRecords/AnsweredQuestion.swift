/// A question with what was answered to it, in the words that the question and its options had then.
package struct AnsweredQuestion: Sendable, Equatable {
    package let id: Question.ID
    package let kind: Question.Kind
    package let label: BilingualText
    package let values: [String]
    /// What was chosen, of the kinds that have options.
    package let chosen: [BilingualText]

    package init(_ question: Question, _ values: [String]) {
        self.init(
            id: question.id, kind: question.kind, label: question.label, values: values,
            chosen: question.options.filter { values.contains($0.key) }.map(\.label))
    }

    package init(id: Question.ID, kind: Question.Kind, label: BilingualText, values: [String], chosen: [BilingualText])
    {
        self.id = id
        self.kind = kind
        self.label = label
        self.values = values
        self.chosen = chosen
    }
}
