package import Domain

/// What is wrong in a field, said beside it.
extension Phrases {
    package func message(_ fault: FieldError.Fault) -> String {
        switch fault {
        case .isMissing: say("Fyll i uppgiften.", en: "Fill this in.")
        case .isUnknownField: say("Fältet finns inte.", en: "There is no such field.")
        case .isNot(let form): message(form)
        case .isTooLong(let limit): say("Högst \(number(limit)).", en: "At most \(number(limit)).")
        case .hasTooManyWords(let limit): say("Högst \(number(limit)) ord.", en: "At most \(number(limit)) words.")
        case .isTooSmall(let least): say("Minst \(number(least)).", en: "No less than \(number(least)).")
        case .isTooLarge(let most): say("Inte mer än \(number(most)).", en: "No more than \(number(most)).")
        case .isNotOneOf(let values):
            say(
                "Välj något av: \(values.joined(separator: ", ")).",
                en: "Choose one of: \(values.joined(separator: ", ")).")
        case .doesNotExist: say("Det som anges finns inte.", en: "What is named does not exist.")
        case .isTwice: say("Uppgiften står mer än en gång.", en: "This stands more than once.")
        case .isNotAfter(let other):
            say("Ska vara senare än \(said(other)).", en: "Must be later than \(said(other)).")
        case .isTooLate(let other):
            say("Får inte vara senare än \(said(other)).", en: "Must not be later than \(said(other)).")
        case .isTooEarly(let other):
            say("Får inte vara tidigare än \(said(other)).", en: "Must not be earlier than \(said(other)).")
        case .hasPassed: say("Tiden har passerat.", en: "The time has passed.")
        case .isInTheHourThatSpringLeavesOut:
            say(
                "Den timmen finns inte: klockan ställs fram till sommartid.",
                en: "That hour does not exist: clocks go forward to summer time.")
        case .seatsDoNotAddUp(let capacity):
            say("Ska bli \(number(capacity)) platser tillsammans.", en: "Must add up to \(number(capacity)) seats.")
        case .doesNotAddUp(let sum): say("Ska bli \(money(sum)) tillsammans.", en: "Must add up to \(money(sum)).")
        case .isMoreThan(let most): say("Högst \(money(most)).", en: "At most \(money(most)).")
        case .isNotAttested: say("Du behöver intyga uppgifterna.", en: "You need to attest this.")
        case .hasControlCharacters:
            say("Ta bort styrtecken ur texten.", en: "Remove control characters from the text.")
        case .isLocked:
            say(
                "Får inte ändras: det är inte öppet för ändring.",
                en: "May not be changed: it is not open to change.")
        case .weightsDoNotAddUp(let whole):
            say(
                "Vikterna ska bli \(number(whole)) procent.",
                en: "The weights must add up to \(number(whole)) per cent.")
        case .isTooLargeAFile, .areTooLargeFiles, .areTooManyFiles, .isNoFileName, .isNotAFile, .endsOtherwise:
            file(fault)
        case .isInfected:
            say(
                "Ta bort filen som viruskontrollen varnar för.",
                en: "Remove the file that the virus scan warns of.")
        case .isNotConfirmed:
            say(
                "En medsökande har inte bekräftat. Vänta på svar, eller ta bort den.",
                en: "A co-applicant has not confirmed. Wait for an answer, or remove it.")
        case .isBooked:
            say(
                "En återbetalning med den dagen och referensen är redan bokförd. Är det en annan, skriv vad som skiljer dem.",
                en:
                    "A repayment with that day and reference is booked already. If it is another, write what tells them apart."
            )
        }
    }

    /// What a time is measured against, to a program: a day, now, or the name of another field.
    private func said(_ other: String) -> String { moment(other) ?? other }

    private func message(_ form: FieldError.Form) -> String {
        switch form {
        case .text: say("Ska vara text.", en: "Must be text.")
        case .number: say("Ska vara ett tal.", en: "Must be a number.")
        case .truth: say("Ska vara true eller false.", en: "Must be true or false.")
        case .time:
            say(
                "Skriv dag och klockslag, till exempel 2027-04-27T10:00.",
                en: "Give day and time, such as 2027-04-27T10:00.")
        case .day: say("Skriv en dag, till exempel 2027-04-27.", en: "Give a day, such as 2027-04-27.")
        case .money:
            say(
                "Skriv ett belopp i kronor, till exempel 30000.00.",
                en: "Give an amount in kronor, such as 30000.00.")
        case .list: say("Ska vara en lista.", en: "Must be a list.")
        case .object: say("Ska vara ett objekt.", en: "Must be an object.")
        case .address: say("Skriv en e-postadress.", en: "Give an e-mail address.")
        case .webAddress:
            say(
                "Skriv en webbadress som börjar med https://.",
                en: "Give a web address that begins with https://.")
        case .identifier: say("Ska vara ett id.", en: "Must be an id.")
        case .account: giroNumber
        }
    }
}

extension FieldError.Fault {
    /// Stable, for programs.
    package var code: String {
        switch self {
        case .isMissing: "is_missing"
        case .isUnknownField: "is_unknown_field"
        case .isNot(let form): "is_no_\(form == .webAddress ? "web_address" : form.rawValue)"
        case .isTooLong: "is_too_long"
        case .hasTooManyWords: "has_too_many_words"
        case .isTooSmall: "is_too_small"
        case .isTooLarge: "is_too_large"
        case .isNotOneOf: "is_not_one_of"
        case .doesNotExist: "does_not_exist"
        case .isTwice: "is_twice"
        case .isNotAfter: "is_not_after"
        case .isTooLate: "is_too_late"
        case .isTooEarly: "is_too_early"
        case .hasPassed: "has_passed"
        case .isInTheHourThatSpringLeavesOut: "is_in_the_hour_that_spring_leaves_out"
        case .doesNotAddUp: "does_not_add_up"
        case .seatsDoNotAddUp: "seats_do_not_add_up"
        case .isMoreThan: "is_more_than"
        case .isNotAttested: "is_not_attested"
        case .hasControlCharacters: "has_control_characters"
        case .isLocked: "is_locked"
        case .weightsDoNotAddUp: "weights_do_not_add_up"
        case .isTooLargeAFile: "is_too_large_a_file"
        case .areTooLargeFiles: "are_too_large_files"
        case .areTooManyFiles: "are_too_many_files"
        case .isNoFileName: "is_no_file_name"
        case .isNotAFile: "is_no_file_of_a_known_kind"
        case .endsOtherwise: "name_does_not_fit_the_content"
        case .isInfected: "is_infected"
        case .isNotConfirmed: "is_not_confirmed"
        case .isBooked: "is_booked"
        }
    }
}
