import Domain

/// What is wrong in a field of a form, as a sentence that names the field and says how to mend it.
extension Phrases {
    /// `label` says what a field is called on the page.
    func besideField(_ error: FieldError, label: (String) -> String) -> String {
        let name = quoted(label(error.field))
        switch error.fault {
        case .isMissing: return missing(error.field, name)
        case .isNot(let form): return message(form, name)
        case .isNotOneOf, .doesNotExist:
            return say("Välj något som finns i listan \(name).", en: "Choose something in the list \(name).")
        case .isTooLong(let limit): return tooLong(error.field, name, limit)
        case .isTooSmall(let least): return tooSmall(error.field, name, least)
        case .isTooLarge(let most): return tooLarge(error.field, name, most)
        case .isMoreThan(let most):
            return say("\(name) får vara högst \(money(most)).", en: "\(name) must be no more than \(money(most)).")
        case .isNotAfter(let other):
            let other = bound(other, label)
            return say("\(name) ska vara senare än \(other).", en: "\(name) must be later than \(other).")
        case .isTooLate(let other):
            let other = bound(other, label)
            return say("\(name) får inte vara senare än \(other).", en: "\(name) must not be later than \(other).")
        case .isTooEarly(let other):
            let other = bound(other, label)
            return say("\(name) får inte vara tidigare än \(other).", en: "\(name) must not be earlier than \(other).")
        case .isTwice where error.field == "file":
            return say(
                "Det finns redan en bilaga med det namnet. Döp om filen, eller ta bort den andra först.",
                en: "There is an attachment of that name. Give the file another name, or remove the other first.")
        case .isTwice:
            return say(
                "\(name) är samma som i en annan rad. Behåll den ena och töm den andra.",
                en: "\(name) is the same as another. Keep one and empty the other.")
        case .isNotAttested:
            return say("Kryssa i rutan för att intyga uppgifterna.", en: "Tick the box to attest what is said.")
        case .doesNotAddUp(let sum) where error.field == "total":
            return say(
                "Raderna blir tillsammans \(money(sum)). Skriv samma summa här, eller rätta raderna.",
                en: "The lines add up to \(money(sum)). Write the same sum here, or mend the lines.")
        default: return rarer(error.fault, name)
        }
    }

    private func rarer(_ fault: FieldError.Fault, _ name: String) -> String {
        switch fault {
        case .seatsDoNotAddUp(let capacity):
            say(
                "De vikta platserna är fler än alla platser. De får tillsammans vara högst \(number(capacity)).",
                en: "More seats are kept than there are. Together they must be no more than \(number(capacity)).")
        case .doesNotAddUp(let sum):
            say(
                "Raderna i \(name) är tillsammans mindre än det sökta beloppet. De ska bli minst \(money(sum)).",
                en: "The lines of \(name) add up to less than is sought. They must be at least \(money(sum)).")
        case .isInTheHourThatSpringLeavesOut:
            say(
                "\(name) finns inte den dagen: klockan ställs fram från 2.00 till 3.00. Välj en annan tid.",
                en: "\(name) does not exist on that day: clocks go forward from 2.00 to 3.00. Choose another time.")
        case .hasControlCharacters:
            say(
                "Det finns osynliga styrtecken i \(name). Skriv om texten, eller klistra in den som oformaterad.",
                en: "There are invisible control characters in \(name). Type the text again, or paste it as plain text."
            )
        case .hasTooManyWords(let limit):
            say(
                "\(name) får ha högst \(number(limit)) ord. Korta texten.",
                en: "\(name) can have at most \(number(limit)) words. Make it shorter.")
        case .isUnknownField:
            say(
                "Formuläret har ändrats och \(name) finns inte längre. Ladda om sidan.",
                en: "The form has changed and \(name) is no longer there. Load the page again.")
        case .isTooLargeAFile, .areTooLargeFiles, .areTooManyFiles, .isNoFileName, .isNotAFile, .endsOtherwise,
            .isInfected,
            .isNotConfirmed, .isBooked:
            message(fault)
        default: "\(name): \(message(fault))"
        }
    }

    func quoted(_ text: String) -> String { say("”\(text)”", en: "“\(text)”") }
}

extension Phrases {
    /// The fields in which one chooses and does not write, by the last part of their names.
    private static let chosen: Set<String> = [
        "kind", "attendance", "audience", "hostLibraryId", "coHostLibraryIds", "municipalityCode", "scope", "state",
        "invitees", "eventId", "libraryId", "outcome", "themes", "ground",
    ]
    /// Those that are lists.
    private static let several: Set<String> = ["events", "budget", "coHostLibraryIds", "themes", "invitees", "eventId"]
    /// Those that are money.
    private static let sums: Set<String> = [
        "costShare", "amount", "requestedAmount", "budget", "maximumAmount", "own", "others",
    ]

    private func last(_ field: String) -> String { field.split(separator: ".").last.map(String.init) ?? field }

    private func isMoney(_ field: String) -> Bool {
        Self.sums.contains(last(field)) && !field.hasPrefix("seatPools")
    }

    private func missing(_ field: String, _ name: String) -> String {
        Self.chosen.contains(last(field))
            ? say("Välj i \(name).", en: "Choose in \(name).") : say("Fyll i \(name).", en: "Fill in \(name).")
    }

    private func tooLong(_ field: String, _ name: String, _ limit: Int) -> String {
        Self.several.contains(last(field))
            ? say("Välj högst \(number(limit)) i \(name).", en: "Choose at most \(number(limit)) in \(name).")
            : say(
                "\(name) får ha högst \(number(limit)) tecken. Korta texten.",
                en: "\(name) can have at most \(number(limit)) characters. Make it shorter.")
    }

    private func tooSmall(_ field: String, _ name: String, _ least: Int) -> String {
        guard isMoney(field) else {
            return say("\(name) ska vara minst \(number(least)).", en: "\(name) must be at least \(number(least)).")
        }
        return least > 0
            ? say("\(name) ska vara mer än 0 kronor.", en: "\(name) must be more than SEK 0.")
            : say("Skriv \(name) utan minustecken.", en: "Give \(name) without a minus sign.")
    }

    private func tooLarge(_ field: String, _ name: String, _ most: Int) -> String {
        if field.hasPrefix("endsAt") {
            return say(
                "\(name) får vara högst \(number(most)) dagar efter att händelsen börjar.",
                en: "\(name) must be no more than \(number(most)) days after the event starts.")
        }
        return say("\(name) får vara högst \(number(most)).", en: "\(name) must be no more than \(number(most)).")
    }

    private func message(_ form: FieldError.Form, _ name: String) -> String {
        switch form {
        case .money:
            say(
                "Skriv \(name) som ett belopp i kronor, till exempel 30 000 eller 30 000,50.",
                en: "Give \(name) as an amount in kronor, such as 30 000 or 30 000.50.")
        case .number:
            say("Skriv \(name) som ett heltal, till exempel 30.", en: "Give \(name) as a whole number, such as 30.")
        case .time:
            say("Skriv \(name) som ett klockslag, till exempel 9.30.", en: "Give \(name) as a time, such as 9.30.")
        case .day:
            say(
                "Skriv \(name) som ett datum som finns, till exempel 2027-04-27.",
                en: "Give \(name) as a date that exists, such as 2027-04-27.")
        case .webAddress:
            say(
                "Skriv hela adressen i \(name), så att den börjar med https://.",
                en: "Give the whole address in \(name), beginning with https://.")
        case .account: giroNumber
        case .text, .truth, .list, .object, .address, .identifier:
            say("Välj eller skriv \(name) på nytt.", en: "Choose or give \(name) again.")
        }
    }

    /// What a time is measured against: a day, now, or another field.
    private func bound(_ other: String, _ label: (String) -> String) -> String {
        moment(other) ?? quoted(label(other))
    }

    /// A day, or a moment that is no field; nil of another field.
    func moment(_ other: String) -> String? {
        switch other {
        case "today": say("i dag", en: "today")
        case "now": say("nu", en: "now")
        case "attestedAt": say("dagen då betalningen attesterades", en: "the day on which the payment was attested")
        case "demandedAt": say("dagen då pengarna krävdes tillbaka", en: "the day on which the money was demanded back")
        case "decidedAt": say("dagen då beslutet fattades", en: "the day of the decision")
        case "receivedOn": say("dagen då överklagandet kom in", en: "the day on which the appeal came in")
        default: Day(other).map { day($0) }
        }
    }
}
