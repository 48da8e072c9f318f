import Domain
import Foundation
import Postgres

/// How the parts of a call stand in columns of JSON.
enum CallForms {
    static func texts(_ text: JSONText) throws -> [CallSection: BilingualText] {
        let read = try decode([String: TextForm].self, text)
        return try Dictionary(uniqueKeysWithValues: read.map { try (word($0.key, "texts"), $0.value.text) })
    }

    static func tracks(_ text: JSONText?) throws -> [CallTrack] {
        guard let text else { return [] }
        return try decode([TrackForm].self, text).map { form in
            CallTrack(
                id: form.id.value, name: BilingualText(form.name, en: form.englishName),
                budget: Money(ore: form.budget), maximumAmount: form.maximumAmount.map(Money.init(ore:)),
                committed: Money(ore: form.committed))
        }
    }

    static func rounds(_ text: JSONText?) throws -> [CallRound] {
        guard let text else { return [] }
        return try decode([RoundForm].self, text).map { form in
            CallRound(
                id: form.id.value, opensAt: Instant(microseconds: form.opensAt),
                closesAt: Instant(microseconds: form.closesAt), decisionExpectedOn: form.decisionExpectedOn?.value)
        }
    }

    static func questions(_ text: JSONText?, version: Int?) throws -> QuestionSet {
        guard let text, let version else { return QuestionSet() }
        return QuestionSet(version: version, try decode([QuestionForm].self, text).map(\.question))
    }

    static func text(of questions: [Question]) -> String { CanonicalJSON.array(questions.map(\.json)).text }

    private static func decode<Form: Decodable>(_ form: Form.Type, _ text: JSONText) throws -> Form {
        try JSONDecoder().decode(form, from: Data(text.text.utf8))
    }
}

/// A text in both languages.
struct TextForm: Decodable {
    let sv: String
    let en: String?

    var text: BilingualText { BilingualText(sv, en: en ?? "") }
}

private struct TrackForm: Decodable {
    let id: Written<CallTrack.ID>
    let name: String
    let englishName: String
    let budget: Int
    let committed: Int
    let maximumAmount: Int?
}

private struct RoundForm: Decodable {
    let id: Written<CallRound.ID>
    let opensAt: Int
    let closesAt: Int
    let decisionExpectedOn: Written<Day>?
}

private struct QuestionForm: Decodable {
    let id: Written<Question.ID>
    let kind: Written<Question.Kind>
    let label: TextForm
    let help: TextForm
    let isRequired: Bool
    let options: [OptionForm]
    let limit: LimitForm?
    let onlyIf: PremiseForm?

    struct OptionForm: Decodable {
        let key: String
        let label: TextForm
    }

    struct LimitForm: Decodable {
        let most: Int
        let unit: Written<Question.Limit.Unit>
    }

    struct PremiseForm: Decodable {
        let questionId: Written<Question.ID>
        let answer: String
    }

    var question: Question {
        Question(
            id: id.value, kind.value, label.text, help: help.text, isRequired: isRequired,
            options: options.map { Question.Option($0.key, $0.label.text) },
            limit: limit.map { Question.Limit($0.most, $0.unit.value) },
            onlyIf: onlyIf.map { Question.Premise($0.questionId.value, is: $0.answer) })
    }
}

extension Question {
    fileprivate var json: CanonicalJSON {
        .members([
            "id": .text(id.description), "kind": .text(kind.rawValue), "label": label.json, "help": help.json,
            "isRequired": .truth(isRequired),
            "options": .array(options.map { .members(["key": .text($0.key), "label": $0.label.json]) }),
            "limit": limit.map { .members(["most": .number($0.most), "unit": .text($0.unit.rawValue)]) },
            "onlyIf": premise.map {
                .members(["questionId": .text($0.questionID.description), "answer": .text($0.answer)])
            },
        ])
    }
}

extension BilingualText {
    var json: CanonicalJSON { .members(["sv": .text(swedish), "en": english.isEmpty ? nil : .text(english)]) }
}

extension CallDetails {
    /// What stands under the headings, without those that are empty.
    var textsText: JSONText {
        let said = texts.filter { !$0.value.isEmpty }.map { ($0.key.rawValue, CanonicalJSON?.some($0.value.json)) }
        return JSONText(CanonicalJSON.members(Dictionary(uniqueKeysWithValues: said)).text)
    }
}

extension Question.Kind: WrittenAsText {}
extension Question.Limit.Unit: WrittenAsText {}
