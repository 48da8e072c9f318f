import Domain

/// What a body says of the standard fields of a project: those that it names, and no others.
struct ProjectPlanBody: Sendable {
    let texts: [ProjectPlan.Field: Said<String>]
    var areas: Said<[ProjectPlan.Area]>
    var priorityGroups: Said<[ProjectPlan.PriorityGroup]>
    var ownHours: Said<Int>
    var ownHourlyCost: Said<Money>
    var otherFunding: Said<Money>

    init(_ json: ObjectReader) {
        var texts: [ProjectPlan.Field: Said<String>] = [:]
        for field in ProjectPlan.Field.allCases { texts[field] = json.said(field.name, json.text) }
        areas = json.said("areas") { json.choices($0, ProjectPlan.Area.self) }
        priorityGroups = json.said("priorityGroups") { json.choices($0, ProjectPlan.PriorityGroup.self) }
        ownHours = json.said("ownHours", json.integer)
        ownHourlyCost = json.said("ownHourlyCost", json.money)
        otherFunding = json.said("otherFunding", json.money)
        self.texts = texts
    }

    func edit(_ plan: ProjectPlan) -> ProjectPlan {
        var plan = plan
        for (field, text) in texts { plan[field] = text.over(plan[field]) ?? "" }
        plan.areas = areas.over(plan.areas) ?? []
        plan.priorityGroups = priorityGroups.over(plan.priorityGroups) ?? []
        plan.ownHours = ownHours.over(plan.ownHours)
        plan.ownHourlyCost = ownHourlyCost.over(plan.ownHourlyCost)
        plan.otherFunding = otherFunding.over(plan.otherFunding)
        return plan
    }
}

extension ObjectReader {
    /// The values of an answer without those that are empty: no value is no answer.
    var answerValues: [String] {
        let values = texts("values")
        if values == nil, !has("values") || isNull("values") { fault("values", .isMissing) }
        return (values ?? []).filter { !$0.isEmpty }
    }
}

extension JSONWriter {
    mutating func writeMembers(of plan: ProjectPlan) {
        for field in ProjectPlan.Field.allCases { member(field.key, plan[field]) }
        array("areas", plan.areas)
        array("priorityGroups", plan.priorityGroups)
        member("ownHours", plan.ownHours)
        member("ownHourlyCost", plan.ownHourlyCost)
        member("otherFunding", plan.otherFunding)
    }

    /// A question with what was answered to it then.
    mutating func write(_ answer: AnsweredQuestion) {
        object {
            $0.member("questionId", answer.id)
            $0.member("kind", answer.kind)
            $0.member("label", answer.label)
            $0.array("values", answer.values)
            $0.array("chosen", answer.chosen)
        }
    }
}

extension ProjectPlan.Area: JSONWritable {}
extension ProjectPlan.PriorityGroup: JSONWritable {}

extension ProjectPlan.Field {
    /// Its name as the writer of JSON wants it: known when the program is built. A test holds it to `name`.
    var key: StaticString {
        switch self {
        case .contactName: "contactName"
        case .contactRole: "contactRole"
        case .contactEmail: "contactEmail"
        case .contactPhone: "contactPhone"
        case .background: "background"
        case .goals: "goals"
        case .targetGroup: "targetGroup"
        case .timePlan: "timePlan"
        case .expectedEffect: "expectedEffect"
        case .partners: "partners"
        case .spreading: "spreading"
        case .digitalParticipation: "digitalParticipation"
        case .accessibility: "accessibility"
        case .evaluation: "evaluation"
        case .otherFundingFrom: "otherFundingFrom"
        }
    }
}
