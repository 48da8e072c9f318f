import Domain
import Testing

@Suite struct `The questions of a call` {
    private let recorded = Question(
        .yesOrNo, BilingualText("Spelas något in?", en: "Is anything recorded?"), isRequired: true)
    private var where_: Question {
        Question(
            .one, BilingualText("Var läggs det ut?"), isRequired: true,
            options: [.init("1", BilingualText("Webben")), .init("2", BilingualText("Intranätet"))],
            onlyIf: .init(recorded.id, is: Question.yes))
    }
    private func set(_ more: [Question] = []) -> QuestionSet { QuestionSet(version: 1, [recorded] + more) }

    private func fields(_ questions: [Question]) -> [String] {
        faults { QuestionSet(questions).validate(&$0) }.map(\.field)
    }

    @Test func `are well made as they stand`() {
        #expect(
            fields(
                [recorded, where_].map { question in
                    var question = question
                    if question.premise != nil { question.premise = .init(recorded.id, is: Question.yes) }
                    return question
                }
            ).isEmpty)
    }

    @Test func `have words, options where one chooses, and limits where one writes`() {
        #expect(fields([Question(.line, BilingualText(""))]) == ["questions[0].label.sv"])
        #expect(fields([Question(.line, BilingualText("", en: "Why?"))]) == ["questions[0].label.sv"])
        #expect(fields([Question(.one, BilingualText("Vilken?"))]) == ["questions[0].options"])
        let options = [Question.Option("1", BilingualText("Ja")), Question.Option("1", BilingualText("Nej"))]
        #expect(fields([Question(.several, BilingualText("Vilka?"), options: options)]) == ["questions[0].options"])
        #expect(fields([Question(.date, BilingualText("När?"), options: options)]) == ["questions[0].options"])
        #expect(fields([Question(.date, BilingualText("När?"), limit: .init(3, .words))]) == ["questions[0].limit"])
        #expect(fields([Question(.lines, BilingualText("Varför?"), limit: .init(0, .words))]) == ["questions[0].limit"])
        #expect(fields([recorded, recorded]) == ["questions"])
    }

    @Test func `depend on earlier ones alone, and on an answer that there is`() {
        let dependent = Question(.line, BilingualText("Hur?"), onlyIf: .init(recorded.id, is: Question.yes))
        #expect(fields([recorded, dependent]).isEmpty)
        #expect(fields([dependent, recorded]) == ["questions[0].onlyIf"])
        let wrong = Question(.line, BilingualText("Hur?"), onlyIf: .init(recorded.id, is: "kanske"))
        #expect(fields([recorded, wrong]) == ["questions[1].onlyIf"])
        let text = Question(.line, BilingualText("Vad?"))
        let free = Question(.line, BilingualText("Hur?"), onlyIf: .init(text.id, is: "x"))
        #expect(fields([text, free]) == ["questions[1].onlyIf"])
    }

    @Test func `are hidden with those that they depend on`() {
        let second = Question(.yesOrNo, BilingualText("Textas den?"), onlyIf: .init(recorded.id, is: Question.yes))
        let third = Question(.line, BilingualText("Hur?"), isRequired: true, onlyIf: .init(second.id, is: Question.yes))
        let set = set([second, third])
        let both = [recorded.id: [Question.yes], second.id: [Question.yes]]
        #expect(set.asked([:]) == [recorded])
        #expect(set.asked(both) == [recorded, second, third])
        // The answer that the third depends on is still typed, but nobody is asked for it.
        #expect(set.asked([recorded.id: [Question.no], second.id: [Question.yes]]) == [recorded])
    }

    @Test func `want no answer while they are hidden, and send none`() {
        let dependent = Question(
            .line, BilingualText("Hur?"), isRequired: true, onlyIf: .init(recorded.id, is: Question.yes))
        let set = set([dependent])
        func lacking(_ answers: Answers) -> [String] {
            faults { set.validateForSubmission(answers, &$0) }.map(\.field)
        }
        #expect(lacking([:]) == [recorded.field])
        #expect(lacking([recorded.id: [Question.no]]).isEmpty)
        #expect(lacking([recorded.id: [Question.yes]]) == [dependent.field])
        let typed: Answers = [recorded.id: [Question.no], dependent.id: ["Skrivet förut"]]
        #expect(lacking(typed).isEmpty)
        #expect(set.sent(typed).map(\.id) == [recorded.id])
        #expect(set.sent(typed.merging([recorded.id: [Question.yes]]) { $1 }).map(\.id) == [recorded.id, dependent.id])
    }
}

@Suite struct `An answer` {
    private func isFit(_ values: [String], _ kind: Question.Kind, limit: Question.Limit? = nil) -> Bool {
        let options = kind.hasOptions ? ["1", "2"].map { Question.Option($0, BilingualText($0)) } : []
        let question = Question(kind, BilingualText("?"), options: options, limit: limit)
        return faults { QuestionSet(version: 1, [question]).validate([question.id: values], &$0) }.isEmpty
    }

    @Test(arguments: [
        (Question.Kind.line, "Kort", true), (.line, "Två\nrader", false), (.lines, "Två\nrader", true),
        (.number, "12.5", true), (.number, "-3", true), (.number, "tolv", false), (.number, ".", false),
        (.money, "30000.00", true), (.money, "-1", false), (.date, "2027-02-28", true), (.date, "2027-02-29", false),
        (.yesOrNo, "yes", true), (.yesOrNo, "maybe", false), (.statement, "yes", true), (.statement, "no", false),
        (.one, "2", true), (.one, "3", false),
    ])
    func `is of the form that its question asks for`(_ kind: Question.Kind, _ value: String, _ fits: Bool) {
        #expect(isFit([value], kind) == fits)
    }

    @Test func `is one, unless several may be chosen`() {
        #expect(isFit(["1", "2"], .several))
        #expect(!isFit(["1", "1"], .several))
        #expect(!isFit(["1", "2"], .one))
    }

    @Test func `keeps within its words or letters`() {
        let (words, letters) = (Question.Limit(3, .words), Question.Limit(3, .letters))
        #expect(isFit(["ett två\ntre"], .lines, limit: words))
        #expect(!isFit(["ett två tre fyra"], .lines, limit: words))
        #expect(isFit(["åäö"], .line, limit: letters))
        #expect(!isFit(["åäöa"], .line, limit: letters))
    }

    @Test func `that was given to an earlier question is nobody's fault while one writes`() {
        let question = Question(.number, BilingualText("Hur många?"))
        let (set, kept) = (QuestionSet(version: 2, [question]), [question.id: ["många"], Question.ID(): ["borta"]])
        #expect(faults { set.validate(kept, over: kept, &$0) }.isEmpty)
        #expect(faults { set.validate(kept, &$0) }.count == 2)
        #expect(faults { set.validateForSubmission(kept, &$0) }.map(\.field) == [question.field])
    }
}
