import Domain

extension ObjectReader {
    /// `{"sv": "…", "en": "…"}`; English may be left out.
    func bilingual(_ name: String, required: Bool = false) -> BilingualText? {
        guard let object = object(name, required: required) else { return nil }
        return object.bilingualMembers
    }

    private var bilingualMembers: BilingualText {
        BilingualText(text("sv") ?? "", en: text("en") ?? "")
    }

    func sections(_ name: String) -> [CallSection: BilingualText]? {
        guard let objects = objects(name) else { return nil }
        var sections: [CallSection: BilingualText] = [:]
        for object in objects {
            let section = object.requiredChoice("section", CallSection.whoMayApply)
            let text = object.bilingualMembers
            if sections.updateValue(text, forKey: section) != nil { object.fault("section", .isTwice) }
        }
        return sections
    }

    func tracks(_ name: String) -> [CallTrack]? {
        objects(name)?.map { track in
            CallTrack(
                name: track.bilingual("name", required: true) ?? BilingualText("-"),
                budget: track.requiredMoney("budget"), maximumAmount: track.money("maximumAmount"))
        }
    }

    func rounds(_ name: String) -> [CallRound]? {
        objects(name)?.map { round in
            CallRound(
                opensAt: round.required("opensAt", round.moment("opensAt"), or: Instant(microseconds: 0)),
                closesAt: round.required("closesAt", round.moment("closesAt"), or: Instant(microseconds: 0)),
                decisionExpectedOn: round.day("decisionExpectedOn"))
        }
    }

    /// The questions of a call. One that names no id is new.
    func questions(_ name: String) -> [Question]? {
        objects(name)?.map { question in
            Question(
                id: question.id("id", Question.self) ?? Question.ID(),
                question.requiredChoice("kind", Question.Kind.line),
                question.bilingual("label", required: true) ?? BilingualText("-"),
                help: question.bilingual("help") ?? BilingualText(), isRequired: question.truth("required") ?? false,
                options: question.options, limit: question.limit, onlyIf: question.premise)
        }
    }

    private var options: [Question.Option] {
        objects("options")?.map { option in
            Question.Option(
                option.requiredText("key"), option.bilingual("label", required: true) ?? BilingualText("-"))
        } ?? []
    }

    private var limit: Question.Limit? {
        object("limit").map { limit in
            Question.Limit(limit.requiredInteger("most"), limit.requiredChoice("unit", Question.Limit.Unit.words))
        }
    }

    private var premise: Question.Premise? {
        object("onlyIf").map { premise in
            Question.Premise(premise.requiredID("questionId", Question.self), is: premise.requiredText("answer"))
        }
    }
}
