import Domain
import HTML

/// The standard fields of a project in the form of an application.
enum ProjectPlanForm {
    /// Reads one part of the plan.
    static func read(_ form: FormReader, _ part: GrantRequest.Part, into plan: inout ProjectPlan) {
        switch part {
        case .areas: plan.areas = form.choices("project.areas", ProjectPlan.Area.self)
        case .priorityGroups:
            plan.priorityGroups = form.choices("project.priorityGroups", ProjectPlan.PriorityGroup.self)
        case .ownWork:
            plan.ownHours = form.integer("project.ownHours")
            plan.ownHourlyCost = form.money("project.ownHourlyCost")
        case .otherFunding: plan.otherFunding = form.money("project.otherFunding")
        default: break
        }
        for field in part.texts { plan[field] = form.text(field.path) ?? "" }
    }

    static func values(_ plan: ProjectPlan) -> [String: [String]] {
        var values: [String: [String]] = [
            "project.areas": plan.areas.map(\.rawValue), "project.priorityGroups": plan.priorityGroups.map(\.rawValue),
            "project.ownHours": [plan.ownHours.map { "\($0)" } ?? ""],
            "project.ownHourlyCost": [plan.ownHourlyCost?.typed ?? ""],
            "project.otherFunding": [plan.otherFunding?.typed ?? ""],
        ]
        for field in ProjectPlan.Field.allCases { values[field.path] = [plan[field]] }
        return values
    }

    /// What was typed, with what nobody has touched left as it is kept.
    static func over(_ kept: ProjectPlan, _ typed: ProjectPlan) -> ProjectPlan {
        var plan = typed
        for field in ProjectPlan.Field.allCases { plan[field] = TypedText.text(typed[field], over: kept[field]) }
        return plan
    }
}

/// Those fields as the pages show them.
struct ProjectPlanPart {
    let typed: TypedForm

    private var phrases: Phrases { typed.phrases }

    func html(of part: GrantRequest.Part) -> HTML {
        switch part {
        case .areas:
            typed.boxes(
                "project.areas", ProjectPlan.Area.allCases.map { Choice($0.rawValue, phrases.name($0)) },
                hint: phrases.optional)
        case .priorityGroups:
            typed.boxes(
                "project.priorityGroups",
                ProjectPlan.PriorityGroup.allCases.map { Choice($0.rawValue, phrases.name($0)) }, hint: phrases.optional
            )
        case .contact: group(phrases.contactPerson, part)
        case .ownWork:
            fieldset(legend: phrases.ownContribution) {
                p(phrases.optional, .class("hint"))
                typed.count("project.ownHours")
                typed.amount("project.ownHourlyCost")
            }
        case .otherFunding: group(phrases.otherMoney, part)
        default: HTML { for field in part.texts { typed.lines(field.path, 4, hint: phrases.optional) } }
        }
    }

    private func group(_ legend: String, _ part: GrantRequest.Part) -> HTML {
        fieldset(legend: legend) {
            p(phrases.optional, .class("hint"))
            if part == .otherFunding { typed.amount("project.otherFunding") }
            for field in part.texts { typed.line(field.path, type: field.type) }
        }
    }
}

extension ProjectPlan.Field {
    fileprivate var type: FieldType {
        switch self {
        case .contactEmail: .email
        default: .text
        }
    }
}
