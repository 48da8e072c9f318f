import Domain

/// What the steps of the form are called, and how far each has come.
extension Phrases {
    func name(_ section: ApplicationSection) -> String {
        switch section {
        case .basics: say("Grunduppgifter", en: "Basics")
        case .needs: say("Behov och syfte", en: "Needs and purpose")
        case .activities: say("Händelser och inbjudan", en: "Events and invitation")
        case .budget: say("Budget och finansiering", en: "Budget and funding")
        case .cooperation: say("Samverkan", en: "Cooperation")
        case .access: say("Tillgänglighet och utvärdering", en: "Accessibility and evaluation")
        case .questions: questionsOfTheCall
        }
    }

    func name(_ step: ApplicationProgress.Step) -> String {
        switch step {
        case .section(let section): name(section)
        case .attachments: attachments
        }
    }

    func name(_ state: ApplicationProgress.State) -> String {
        switch state {
        case .notBegun: say("Inte påbörjad", en: "Not begun")
        case .begun: say("Påbörjad", en: "Begun")
        case .complete: say("Klar", en: "Complete")
        case .faulty: say("Behöver rättas", en: "Needs mending")
        }
    }

    var partsOfApplication: String { say("Ansökans delar", en: "Parts of the application") }
    var saveAndGoOn: String { say("Spara och fortsätt", en: "Save and go on") }
    var toTheOverview: String { say("Till översikten", en: "To the overview") }
    var checkAndSubmit: String { say("Granska och skicka in", en: "Check and submit") }
    var nothingWritten: String { say("Inget skrivet än.", en: "Nothing written yet.") }
    var partsInAnyOrder: String {
        say(
            "Skriv delarna i vilken ordning du vill. Flera kan skriva samtidigt, i var sin del.",
            en: "Write the parts in any order. Several people can write at once, each in a part of their own.")
    }
    func partsAreDone(_ count: Int, of all: Int) -> String {
        say(
            "\(number(count)) av \(number(all)) delar är klara.",
            en: "\(number(count)) of \(number(all)) parts are complete.")
    }
    func step(_ number: Int, of all: Int) -> String {
        say(
            "Del \(self.number(number)) av \(self.number(all))",
            en: "Part \(self.number(number)) of \(self.number(all))")
    }
    func change(_ name: String) -> String { say("Ändra: \(name)", en: "Change: \(name)") }
    func previous(_ name: String) -> String { say("Föregående: \(name)", en: "Previous: \(name)") }
    func next(_ name: String) -> String { say("Nästa: \(name)", en: "Next: \(name)") }

    /// What a part of an application is called where one chooses among all.
    func name(_ part: GrantRequest.Part) -> String {
        switch part {
        case .contact: contactPerson
        case .ownWork: ownContribution
        case .otherFunding: otherMoney
        case .answers: say("Svaren på utlysningens frågor", en: "Answers to the questions of the call")
        case .attachments: attachments
        case .partners: partnersHeading
        default: applicationField(part.path)
        }
    }
}
