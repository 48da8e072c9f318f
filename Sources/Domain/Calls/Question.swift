/// Something that a call asks besides the standard fields of every application.
package struct Question: Sendable, Equatable {
    package typealias ID = Identifier<Question>

    package let id: ID
    package var kind: Kind
    package var label: BilingualText
    package var help: BilingualText
    package var isRequired: Bool
    /// What one chooses from; only of the kinds that are a choice.
    package var options: [Option]
    /// How long a text may be; nil: as long as any text.
    package var limit: Limit?
    /// When it is asked; nil: always.
    package var premise: Premise?

    package enum Kind: String, Sendable, CaseIterable {
        case line, lines, one, several, number, money, date
        case yesOrNo = "yes-or-no"
        case statement

        /// Whether one writes.
        package var isText: Bool { self == .line || self == .lines }

        /// Whether one chooses from options that the call names.
        package var hasOptions: Bool { self == .one || self == .several }
    }

    /// One thing to choose. Answers hold its key, so that its words may change.
    package struct Option: Sendable, Hashable {
        package let key: String
        package var label: BilingualText

        package init(_ key: String, _ label: BilingualText) {
            self.key = key
            self.label = label
        }
    }

    /// The most words or letters that a text may have.
    package struct Limit: Sendable, Equatable {
        package let most: Int
        package let unit: Unit

        package enum Unit: String, Sendable, CaseIterable {
            case words, letters
        }

        package init(_ most: Int, _ unit: Unit) {
            self.most = most
            self.unit = unit
        }
    }

    /// The question is asked only if another, which is asked and comes before it, has this answer.
    package struct Premise: Sendable, Hashable {
        package let questionID: ID
        package let answer: String

        package init(_ questionID: ID, is answer: String) {
            self.questionID = questionID
            self.answer = answer
        }
    }

    package init(
        id: ID = ID(), _ kind: Kind, _ label: BilingualText, help: BilingualText = BilingualText(),
        isRequired: Bool = false, options: [Option] = [], limit: Limit? = nil, onlyIf premise: Premise? = nil
    ) {
        self.id = id
        self.kind = kind
        self.label = label
        self.help = help
        self.isRequired = isRequired
        self.options = options
        self.limit = limit
        self.premise = premise
    }

    /// The answers that a condition may name: those of a kind where one chooses.
    package var closedAnswers: [String] {
        switch kind {
        case .one, .several: options.map(\.key)
        case .yesOrNo: [Self.yes, Self.no]
        case .statement: [Self.yes]
        case .line, .lines, .number, .money, .date: []
        }
    }

    package static let yes = "yes"
    package static let no = "no"
    /// Most letters of any answer in words.
    package static let longestText = 20_000
}
