import Domain

/// What the clauses of the funding rule say.
extension Phrases {
    func name(_ predicate: Predicate) -> String {
        switch predicate {
        case .other: say("någon annan än arrangören är inbjuden", en: "somebody other than the host is invited")
        case .invited: say("tillräckligt många bibliotek är inbjudna", en: "enough libraries are invited")
        case .staff: say("bibliotekspersonal är målgrupp", en: "library staff are addressed")
        case .inForce: say("inbjudan gäller", en: "the invitation is in force")
        case .openToAct: say("det går att anmäla sig", en: "one can register")
        case .seats: say("det finns platser för andra", en: "there are seats for others")
        case .fairness: say("lika villkor för andra", en: "others have the same terms")
        case .notice: say("inbjudan går ut i tid", en: "the invitation goes out in time")
        case .evidence: say("inbjudan kan visas", en: "the invitation can be shown")
        case .reachable: say("händelsen går att nå", en: "the event can be reached")
        case .time: say("händelsen ligger i tiden", en: "the event lies in the time")
        case .everyEvent: say("varje händelse prövas", en: "every event is asked")
        case .uniqueness: say("händelsen är i ett ärende", en: "the event is in one case")
        case .hostIdentity: say("sökanden är arrangör", en: "the applicant is a host")
        case .continuity: say("inbjudan har gällt utan avbrott", en: "the invitation has held without a gap")
        case .outcome: say("redovisningen visar utfallet", en: "the report shows the outcome")
        }
    }
}
