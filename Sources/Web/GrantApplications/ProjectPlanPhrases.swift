import Domain

/// What the standard fields of a project are called.
extension Phrases {
    var contactPerson: String { say("Kontaktperson", en: "Contact person") }
    var aboutTheProject: String { say("Om projektet", en: "About the project") }
    var otherMoney: String { say("Annan finansiering", en: "Other funding") }
    var trackHeading: String { say("Inriktning", en: "Track") }
    var ownContribution: String { say("Egen insats", en: "Own contribution") }
    var totalCost: String { say("Total kostnad", en: "Total cost") }
    var noTrack: String { say("Välj inriktning", en: "Choose a track") }

    func name(_ field: ProjectPlan.Field) -> String {
        switch field {
        case .contactName: say("Namn på kontaktperson", en: "Name of the contact person")
        case .contactRole: say("Kontaktpersonens arbetsroll", en: "Role at work of the contact person")
        case .contactEmail: say("Kontaktpersonens e-post", en: "E-mail of the contact person")
        case .contactPhone: say("Kontaktpersonens telefon", en: "Telephone of the contact person")
        case .background: say("Behov och bakgrund", en: "Needs and background")
        case .goals: say("Mål", en: "Goals")
        case .targetGroup: say("Målgrupp", en: "Target group")
        case .timePlan: say("Tidplan", en: "Time plan")
        case .expectedEffect: say("Förväntad effekt", en: "Expected effect")
        default: nameOfRest(field)
        }
    }

    private func nameOfRest(_ field: ProjectPlan.Field) -> String {
        switch field {
        case .partners: say("Samverkansparter", en: "Partners")
        case .spreading: say("Hur lärandet sprids", en: "How what is learnt is spread")
        case .digitalParticipation: say("Delta på distans och inspelning", en: "Taking part online, and recordings")
        case .accessibility: say("Tillgänglighet", en: "Accessibility")
        case .evaluation: say("Uppföljning och utvärdering", en: "Follow-up and evaluation")
        default: say("Vem som bidrar i övrigt", en: "Who else contributes")
        }
    }

    /// The words beside a field that is no text.
    func projectField(_ name: String) -> String? {
        if let field = ProjectPlan.Field.allCases.first(where: { $0.path == name }) { return self.name(field) }
        return switch name {
        case "project.areas": say("Områden", en: "Areas")
        case "project.priorityGroups": say("Prioriterade grupper", en: "Groups that come first")
        case "project.ownHours": say("Egen arbetstid, timmar", en: "Own work, hours")
        case "project.ownHourlyCost": say("Egen arbetstid, kronor per timme", en: "Own work, kronor an hour")
        case "project.otherFunding": say("Annan finansiering, kronor", en: "Other funding, kronor")
        case "trackId": trackHeading
        default: nil
        }
    }

    func name(_ area: ProjectPlan.Area) -> String {
        switch area {
        case .democracy: say("Demokrati och fri åsiktsbildning", en: "Democracy and free formation of opinion")
        case .digitalisation: say("Digitalisering", en: "Digitalisation")
        case .libraryForAll: say("Folkbibliotek för alla", en: "A public library for all")
        case .literatureAndReading: say("Litteratur- och läsfrämjande", en: "Promotion of literature and reading")
        }
    }

    func name(_ group: ProjectPlan.PriorityGroup) -> String {
        switch group {
        case .childrenAndYouth: say("Barn och unga", en: "Children and young people")
        case .otherMotherTongue: say("Annat modersmål än svenska", en: "Another mother tongue than Swedish")
        case .nationalMinorities: say("Nationella minoriteter", en: "National minorities")
        case .disability: say("Personer med funktionsnedsättning", en: "People with disabilities")
        }
    }

    /// What a project says of itself in some parts, term by term, without what is empty.
    func facts(
        of plan: ProjectPlan, in parts: [GrantRequest.Part] = GrantRequest.Part.allCases
    ) -> [(term: String, text: String)] {
        parts.flatMap { part in
            chosen(of: plan, in: part) + part.texts.map { (term: name($0), text: plan[$0]) }
        }.filter { !$0.text.isEmpty }
    }

    private func chosen(of plan: ProjectPlan, in part: GrantRequest.Part) -> [(term: String, text: String)] {
        func fact(_ field: String, _ text: String?) -> (term: String, text: String) {
            (term: projectField(field) ?? field, text: text ?? "")
        }
        return switch part {
        case .areas: [fact("project.areas", plan.areas.map { name($0) }.joined(separator: ", "))]
        case .priorityGroups:
            [fact("project.priorityGroups", plan.priorityGroups.map { name($0) }.joined(separator: ", "))]
        case .ownWork:
            [
                fact("project.ownHours", plan.ownHours.map { number($0) }),
                fact("project.ownHourlyCost", plan.ownHourlyCost.map { money($0) }),
                (term: ownContribution, text: plan.ownContribution.map { money($0) } ?? ""),
            ]
        case .otherFunding: [fact("project.otherFunding", plan.otherFunding.map { money($0) })]
        default: []
        }
    }

    /// A text in the reader's language, if it has been written in that.
    func words(_ text: BilingualText) -> String {
        language == .english && !text.english.isEmpty ? text.english : text.swedish
    }

    /// What was answered, in words.
    func words(_ answer: AnsweredQuestion) -> String {
        switch answer.kind {
        case .one, .several: answer.chosen.map { words($0) }.joined(separator: ", ")
        case .yesOrNo: answer.values.first == Question.yes ? yes : no
        case .statement: say("Bekräftat", en: "Confirmed")
        case .money: answer.values.first.flatMap { Money(decimal: $0) }.map { money($0) } ?? ""
        case .date: answer.values.first.flatMap { Day($0) }.map { date($0) } ?? ""
        case .number: (answer.values.first ?? "").replacing(".", with: say(",", en: "."))
        case .line, .lines: answer.values.joined(separator: "\n")
        }
    }

    var yes: String { say("Ja", en: "Yes") }
    var no: String { say("Nej", en: "No") }
}
