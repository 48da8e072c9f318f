import Domain

/// The terms of a call in words.
extension Phrases {
    /// The parameters of the rule, a sentence each.
    func terms(of rule: CallRule) -> [String] {
        let others: String =
            switch rule.invite {
            case .all:
                say(
                    "Alla andra folkbibliotek i Skåne bjuds in.", en: "All other public libraries in Skåne are invited."
                )
            case .atLeast(1):
                say(
                    "Minst ett annat folkbibliotek bjuds in.", en: "At least one other public library is invited.")
            case .atLeast(let least):
                say(
                    "Minst \(number(least)) andra folkbibliotek bjuds in.",
                    en: "At least \(number(least)) other public libraries are invited.")
            }
        return [
            others, notice(days: rule.noticeDays), seatsForOthers(atLeast: rule.minimumSeatsForOthers),
            say(
                "Högst \(percent(rule.maximumOwnShare)) av platserna är vikta för egen personal.",
                en: "At most \(percent(rule.maximumOwnShare)) of the seats are kept for own staff."),
        ] + further(rule) + [
            say(
                "Kravet är att bjuda in. Det är inget fel om ingen annan kan komma.",
                en: "The condition is to invite. It is no fault if nobody else can come.")
        ]
    }
}

extension Phrases {
    private func notice(days: Int) -> String {
        switch days {
        case 0:
            say("Inbjudan går ut innan händelsen börjar.", en: "The invitation goes out before the event begins.")
        case 1:
            say("Inbjudan går ut minst 1 dag före.", en: "The invitation goes out at least 1 day before.")
        default:
            say(
                "Inbjudan går ut minst \(number(days)) dagar före.",
                en: "The invitation goes out at least \(number(days)) days before.")
        }
    }

    private func seatsForOthers(atLeast seats: Int) -> String {
        switch seats {
        case 0: say("Platser går att få för andra bibliotek.", en: "Seats can be had by other libraries.")
        case 1:
            say(
                "Minst 1 plats går att få för andra bibliotek.", en: "At least 1 seat can be had by other libraries.")
        default:
            say(
                "Minst \(number(seats)) platser går att få för andra bibliotek.",
                en: "At least \(number(seats)) seats can be had by other libraries.")
        }
    }

    /// The terms that a call may leave out.
    private func further(_ rule: CallRule) -> [String] {
        var terms: [String] = []
        if rule.othersPayNoMore {
            terms.append(
                say("Andra betalar inte mer än egen personal.", en: "Others pay no more than own staff."))
        }
        if rule.oneGrantPerEvent {
            terms.append(say("En händelse kan bara få ett bidrag.", en: "An event can have one grant only."))
        }
        if let allowed = costsWithoutEvent(rule) { terms.append(allowed) }
        return terms
    }
}
