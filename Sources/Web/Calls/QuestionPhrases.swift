import Domain

/// What the pages of a call's questions say.
extension Phrases {
    var questionsTitle: String { say("Frågor i utlysningen", en: "Questions of the call") }
    var questionsLead: String {
        say(
            "Det som utlysningen frågar om utöver det vanliga formuläret. Ändrar du något får de som skriver nu de nya frågorna. En ansökan som har kommit in behåller sina.",
            en:
                "What the call asks besides the usual form. If you change anything, those who are writing get the new questions. An application that was received keeps its own."
        )
    }
    var noQuestions: String { say("Utlysningen frågar inget mer.", en: "The call asks nothing more.") }
    var newQuestion: String { say("Ny fråga", en: "New question") }
    var editTheQuestion: String { say("Ändra frågan", en: "Edit the question") }
    var saveQuestion: String { say("Spara frågan", en: "Save the question") }
    var othersDependOnIt: String {
        say(
            "En annan fråga ställs bara beroende på svaret på den här. Ändra den först.",
            en: "Another question is asked depending on the answer to this one. Change that first.")
    }
    var alwaysAsked: String { say("Ställs alltid", en: "Always asked") }
    var optionsHint: String {
        say(
            "Ett alternativ på varje rad. Bara för frågor där man väljer.",
            en: "One option a line. Only where one chooses.")
    }
    var optionsInEnglishHint: String {
        say("I samma ordning som på svenska.", en: "In the same order as in Swedish.")
    }
    var limitHint: String {
        say("Bara för frågor där man skriver. Tomt: ingen gräns.", en: "Only where one writes. Empty: no limit.")
    }
    var placeHint: String { say("1 är den första frågan.", en: "1 is the first question.") }

    func editQuestion(_ question: Question) -> String {
        say("Ändra ”\(words(question.label))”", en: "Edit “\(words(question.label))”")
    }
    func removeQuestion(_ question: Question) -> String {
        say("Ta bort ”\(words(question.label))”", en: "Remove “\(words(question.label))”")
    }
    func about(_ question: Question) -> String {
        let must = question.isRequired ? say("Måste besvaras.", en: "Must be answered.") : optional
        return "\(name(question.kind)). \(must)"
    }

    /// `Bara om svaret på ”Deltar ni?” är ”Ja”`.
    func condition(_ premise: Question.Premise, in set: QuestionSet) -> String {
        let question = set[premise.questionID]
        let asked = question.map { words($0.label) } ?? "–"
        let answer =
            switch premise.answer {
            case Question.yes where question?.kind.hasOptions == false: yes
            case Question.no where question?.kind.hasOptions == false: no
            default: question?.options.first { $0.key == premise.answer }.map { words($0.label) } ?? "–"
            }
        return say("Bara om svaret på ”\(asked)” är ”\(answer)”", en: "Only if the answer to “\(asked)” is “\(answer)”")
    }

    func name(_ kind: Question.Kind) -> String {
        switch kind {
        case .line: say("Text på en rad", en: "Text of one line")
        case .lines: say("Längre text", en: "Longer text")
        case .one: say("Ett av flera alternativ", en: "One of several options")
        case .several: say("Ett eller flera av alternativen", en: "One or more of the options")
        case .number: say("Tal", en: "Number")
        case .money: say("Belopp i kronor", en: "Amount in kronor")
        case .date: say("Dag", en: "Day")
        case .yesOrNo: say("Ja eller nej", en: "Yes or no")
        case .statement: say("Något att bekräfta", en: "Something to confirm")
        }
    }

    func name(_ unit: Question.Limit.Unit) -> String {
        switch unit {
        case .words: say("Ord", en: "Words")
        case .letters: say("Tecken", en: "Characters")
        }
    }

    func questionField(_ name: String) -> String {
        switch name {
        case "kind": say("Slag av fråga", en: "Kind of question")
        case "label.sv": say("Frågan på svenska", en: "The question in Swedish")
        case "label.en": say("Frågan på engelska", en: "The question in English")
        case "help.sv": say("Hjälptext på svenska", en: "Help in Swedish")
        case "help.en": say("Hjälptext på engelska", en: "Help in English")
        case "required": say("Måste besvaras", en: "Must be answered")
        case "options.sv": say("Alternativ på svenska", en: "Options in Swedish")
        case "options.en": say("Alternativ på engelska", en: "Options in English")
        case "limit": say("Längsta svar", en: "Longest answer")
        case "unit": say("Räknat i", en: "Counted in")
        case "onlyIf": say("När frågan ställs", en: "When it is asked")
        case "place": say("Plats bland frågorna", en: "Place among the questions")
        default: name
        }
    }
}
