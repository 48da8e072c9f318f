import Domain

/// What snapshots keep since their second form: the standard fields of the project, the track, and the answers.
extension ApplicationRecord.More {
    var members: [String: CanonicalJSON?] {
        [
            "track": track?.json, "plan": plan.json,
            "answers": .array(
                answers.map { answer in
                    .members([
                        "questionId": .text(answer.id.description), "kind": .text(answer.kind.rawValue),
                        "label": answer.label.json, "values": .array(answer.values.map(CanonicalJSON.text)),
                        "chosen": .array(answer.chosen.map(\.json)),
                    ])
                }),
        ]
    }
}

extension ProjectPlan {
    fileprivate var json: CanonicalJSON {
        .members([
            "texts": .members(
                Dictionary(uniqueKeysWithValues: texts.map { ($0.key.name, CanonicalJSON?.some(.text($0.value))) })),
            "areas": .array(areas.map { .text($0.rawValue) }),
            "priorityGroups": .array(priorityGroups.map { .text($0.rawValue) }),
            "ownHours": ownHours.map(CanonicalJSON.number), "ownHourlyCost": ownHourlyCost?.json,
            "otherFunding": otherFunding?.json,
        ])
    }
}

extension SnapshotForm {
    struct PlanForm: Decodable {
        let texts: [String: String]
        let areas: [Written<ProjectPlan.Area>]
        let priorityGroups: [Written<ProjectPlan.PriorityGroup>]
        let ownHours: Int?
        let ownHourlyCost: Written<Money>?
        let otherFunding: Written<Money>?

        var plan: ProjectPlan {
            get throws {
                let named = Dictionary(uniqueKeysWithValues: ProjectPlan.Field.allCases.map { ($0.name, $0) })
                var plan = ProjectPlan(
                    areas: areas.map(\.value), priorityGroups: priorityGroups.map(\.value), ownHours: ownHours,
                    ownHourlyCost: ownHourlyCost?.value, otherFunding: otherFunding?.value)
                for (name, text) in texts {
                    guard let field = named[name] else { throw UnknownWord(column: "content", word: name) }
                    plan[field] = text
                }
                return plan
            }
        }
    }

    struct AnswerForm: Decodable {
        let questionId: Written<Question.ID>
        let kind: Written<Question.Kind>
        let label: TextForm
        let values: [String]
        let chosen: [TextForm]

        var answer: AnsweredQuestion {
            AnsweredQuestion(
                id: questionId.value, kind: kind.value, label: label.text, values: values, chosen: chosen.map(\.text))
        }
    }
}

extension ProjectPlan.Area: WrittenAsText {}
extension ProjectPlan.PriorityGroup: WrittenAsText {}
