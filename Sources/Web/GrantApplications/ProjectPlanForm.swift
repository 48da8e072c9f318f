import Domain
import HTML

/// The standard fields of a project in the form of an application.
enum ProjectPlanForm {
    static func read(_ form: FormReader) -> ProjectPlan {
        var plan = ProjectPlan(
            areas: form.choices("project.areas", ProjectPlan.Area.self),
            priorityGroups: form.choices("project.priorityGroups", ProjectPlan.PriorityGroup.self),
            ownHours: form.integer("project.ownHours"), ownHourlyCost: form.money("project.ownHourlyCost"),
            otherFunding: form.money("project.otherFunding"))
        for field in ProjectPlan.Field.allCases { plan[field] = form.text(field.path) ?? "" }
        return plan
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

/// Those fields as the page shows them.
struct ProjectPlanPart {
    let typed: TypedForm

    private var phrases: Phrases { typed.phrases }

    var contact: HTML {
        fieldset(legend: phrases.contactPerson) {
            p(phrases.optional, .class("hint"))
            for field in contactFields { typed.line(field.path, type: field.type) }
        }
    }

    var project: HTML {
        fieldset(legend: phrases.aboutTheProject) {
            p(phrases.optional, .class("hint"))
            typed.boxes("project.areas", ProjectPlan.Area.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            typed.boxes(
                "project.priorityGroups",
                ProjectPlan.PriorityGroup.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            for field in ProjectPlan.Field.allCases where !field.isLine { typed.lines(field.path, 4) }
        }
    }

    var money: HTML {
        fieldset(legend: phrases.ownAndOtherMoney) {
            p(phrases.optional, .class("hint"))
            typed.count("project.ownHours")
            typed.amount("project.ownHourlyCost")
            typed.amount("project.otherFunding")
            typed.line(ProjectPlan.Field.otherFundingFrom.path)
        }
    }

    private var contactFields: [ProjectPlan.Field] { [.contactName, .contactRole, .contactEmail, .contactPhone] }
}

extension ProjectPlan.Field {
    fileprivate var type: FieldType {
        switch self {
        case .contactEmail: .email
        default: .text
        }
    }
}
