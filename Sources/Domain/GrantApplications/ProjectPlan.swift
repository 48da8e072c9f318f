/// What the region's form asks of every applicant besides title, purpose, events and budget. A draft may leave out all
/// of it, and so may a submission: what a call insists on it asks as a question of its own.
package struct ProjectPlan: Sendable, Equatable {
    package var texts: [Field: String]
    package var areas: [Area]
    package var priorityGroups: [PriorityGroup]
    /// Hours of work that the library puts in itself, and what an hour costs it.
    package var ownHours: Int?
    package var ownHourlyCost: Money?
    package var otherFunding: Money?

    /// The fields of text, in the order of the form.
    package enum Field: String, Sendable, CaseIterable {
        case contactName = "contact-name"
        case contactRole = "contact-role"
        case contactEmail = "contact-email"
        case contactPhone = "contact-phone"
        case background, goals
        case targetGroup = "target-group"
        case timePlan = "time-plan"
        case expectedEffect = "expected-effect"
        case partners, spreading
        case digitalParticipation = "digital-participation"
        case accessibility, evaluation
        case otherFundingFrom = "other-funding-from"

        /// Whether it is one line; the others are as long as one needs.
        package var isLine: Bool {
            switch self {
            case .contactName, .contactRole, .contactEmail, .contactPhone, .otherFundingFrom: true
            default: false
            }
        }

        package var limit: Int { isLine ? 200 : 10_000 }
    }

    /// The four areas of the regional library plan.
    package enum Area: String, Sendable, CaseIterable {
        case democracy, digitalisation
        case libraryForAll = "library-for-all"
        case literatureAndReading = "literature-and-reading"
    }

    /// Those whom the regional library plan puts first.
    package enum PriorityGroup: String, Sendable, CaseIterable {
        case childrenAndYouth = "children-and-youth"
        case otherMotherTongue = "other-mother-tongue"
        case nationalMinorities = "national-minorities"
        case disability
    }

    package init(
        texts: [Field: String] = [:], areas: [Area] = [], priorityGroups: [PriorityGroup] = [], ownHours: Int? = nil,
        ownHourlyCost: Money? = nil, otherFunding: Money? = nil
    ) {
        self.texts = texts
        self.areas = areas
        self.priorityGroups = priorityGroups
        self.ownHours = ownHours
        self.ownHourlyCost = ownHourlyCost
        self.otherFunding = otherFunding
    }

    /// What a field says; empty where nothing is said.
    package subscript(_ field: Field) -> String {
        get { texts[field] ?? "" }
        set { texts[field] = newValue.isEmpty ? nil : newValue }
    }

    /// What the library puts in by its own work.
    package var ownContribution: Money? {
        guard let ownHours, let ownHourlyCost else { return nil }
        return Money(ore: ownHours * ownHourlyCost.ore)
    }

    package func validate(_ errors: inout FieldErrors) {
        for field in Field.allCases {
            errors.text(self[field], field.path, limit: field.limit, lines: !field.isLine)
        }
        let address = self[.contactEmail]
        errors.require(
            address.isEmpty || EmailAddress.isAddress(address), Field.contactEmail.path, .isNot(.address))
        errors.require(Set(areas).count == areas.count, "project.areas", .isTwice)
        errors.require(Set(priorityGroups).count == priorityGroups.count, "project.priorityGroups", .isTwice)
        errors.require(ownHours ?? 0 >= 0, "project.ownHours", .isTooSmall(least: 0))
        errors.require(ownHours ?? 0 <= 100_000, "project.ownHours", .isTooLarge(most: 100_000))
        errors.require(
            ownHourlyCost ?? .zero <= .kronor(100_000), "project.ownHourlyCost", .isMoreThan(.kronor(100_000)))
    }
}

extension ProjectPlan.Field {
    /// As the API and the form have it: `contactName`.
    package var name: String { rawValue.camelCased }
    /// As its faults name it.
    package var path: String { "project.\(name)" }
}
