import Domain

/// What was chosen in a field of a form, in the words in which it was offered.
extension Phrases {
    /// nil of what was typed, and of what is no word of ours.
    func chosen(_ value: String, in field: String) -> String? {
        switch field.split(separator: ".").last.map(String.init) ?? field {
        case "kind": kind(value)
        case "attendance": Attendance(rawValue: value).map { name($0) }
        case "audience": Audience(rawValue: value).map { name($0) }
        case "themes": theme(value)
        case "scope": Invitation.Scope(rawValue: value).map { name($0) }
        case "state": Invitation.State(rawValue: value).map { name($0) }
        case "outcome", "appealOutcome": outcome(value)
        case "ground", "reopeningGround", "laterGround": ground(value)
        case "appeal": Appeal(rawValue: value).map { name($0) }
        case "serviceManner": DecisionService.Manner(rawValue: value).map { name($0) }
        case "role": Role(rawValue: value).map { name($0) } ?? ApplicationPartner.Role(rawValue: value).map { name($0) }
        case "areas": ProjectPlan.Area(rawValue: value).map { name($0) }
        case "priorityGroups": ProjectPlan.PriorityGroup(rawValue: value).map { name($0) }
        case "authority": value == "board" ? boardHasDecided : isDelegated
        case "carriedOut": yesOrNo(value)
        default: isTicked(value)
        }
    }

    private func kind(_ value: String) -> String? {
        EventKind(rawValue: value).map { name($0) } ?? GrantRequest.BudgetLine.Kind(rawValue: value).map { name($0) }
            ?? PayeeAccount.Kind(rawValue: value).map { name($0) } ?? Question.Kind(rawValue: value).map { name($0) }
            ?? DecisionTexts.Kind(rawValue: value).map { name($0) }
    }

    private func outcome(_ value: String) -> String? {
        switch value {
        case "approve": approve
        case "reject": reject
        default:
            SettlementChoice(rawValue: value).map { name($0) } ?? ReceivedAppeal.Outcome(rawValue: value).map {
                name($0)
            }
                ?? ChangeOutcome(rawValue: value).map { name($0) }
        }
    }

    private func ground(_ value: String) -> String? {
        Reopening.Ground(rawValue: value).map { name($0) } ?? DeclaredConflict.Ground(rawValue: value).map { name($0) }
            ?? Condition.Breach.Kind(rawValue: value).map { name($0) }
    }

    private func yesOrNo(_ value: String) -> String? {
        YesOrNo(rawValue: value).map { $0 == .yes ? say("Ja", en: "Yes") : say("Nej", en: "No") }
    }

    /// A box that was ticked.
    private func isTicked(_ value: String) -> String? {
        value == "true" || value == "on" ? say("Ja", en: "Yes") : nil
    }
}
