import Domain
import Store

/// What the region's queue says.
extension Phrases {
    var deskTitle: String { say("Ärenden", en: "Cases") }
    var casesHeading: String { say("Inkomna ansökningar", en: "Applications received") }
    var noCases: String {
        say("Inget ärende att visa. Pröva ett annat val.", en: "No case to show. Try another choice.")
    }
    var alarmsHeading: String { say("Larm från nattkontrollen", en: "Alarms of the nightly check") }
    var alarmsMean: String {
        say(
            "Något stämmer inte som alltid ska stämma. Ta reda på varför innan något betalas ut.",
            en: "Something that must always hold does not. Find out why before anything is paid.")
    }
    var breachesHeading: String { say("Brutna villkor", en: "Broken conditions") }
    var breachesMean: String {
        say(
            "Arrangören har anmält en avvikelse, eller så har en handläggare funnit den. Utbetalningen är pausad tills regionen har tagit ställning.",
            en:
                "The host has reported a deviation, or a case officer has found one. Payment is held until the region has considered it."
        )
    }
    var replyIsOverdue: String { say("Svarstiden har gått ut", en: "The time to reply has passed") }
    var waitsForTheRegion: String { say("Väntar på regionen", en: "Waits for the region") }
    var toTheCase: String { say("Till ärendet", en: "To the case") }

    func casesFound(_ count: Int) -> String {
        count == 1 ? say("1 ärende", en: "1 case") : say("\(number(count)) ärenden", en: "\(number(count)) cases")
    }

    func reported(_ breach: OpenBreach) -> String {
        say(
            "Anmält \(moment(breach.breachedAt)) av \(breach.reporterName), \(breach.libraryName).",
            en: "Reported \(moment(breach.breachedAt)) by \(breach.reporterName), \(breach.libraryName).")
    }

    func replyDue(_ instant: Instant) -> String {
        say("Arrangören ska svara senast \(moment(instant)).", en: "The host is to reply by \(moment(instant)).")
    }

    /// Whose turn it is.
    func turn(_ breach: OpenBreach) -> String {
        breach.repliedAt.map { answered($0) } ?? replyDue(breach.replyDueAt)
    }

    func answered(_ instant: Instant) -> String {
        say(
            "Arrangören svarade \(moment(instant)). Nu ska regionen ta ställning.",
            en: "The host answered \(moment(instant)). Now the region is to decide.")
    }

    /// What the nightly check has found broken.
    func invariant(_ name: String) -> String {
        switch name {
        case "funded_event_invites_region", "held_condition_has_an_inviting_event":
            say(
                "En bidragsfinansierad händelse bjuder inte in regionen.",
                en: "A funded event does not invite the region.")
        case "event_says_whether_it_invites_region":
            say("En händelses uppgift om inbjudan stämmer inte.", en: "What an event says of its invitation is wrong.")
        case "approved_application_has_a_grant":
            say("En beviljad ansökan saknar bidrag.", en: "An approved application has no grant.")
        case "grant_has_a_condition_per_event":
            say("Ett bidrag saknar villkor för en händelse.", en: "A grant has no condition for an event.")
        case "breached_condition_holds_payment":
            say("Ett brutet villkor pausar inte utbetalningen.", en: "A broken condition does not hold payment.")
        case "track_money_adds_up": say("En inriktnings pengar går inte ihop.", en: "A track's money does not add up.")
        case "call_money_adds_up": say("Utlysningens pengar går inte ihop.", en: "A call's money does not add up.")
        case "four_eyes_decide":
            say("Samma person har föreslagit och beslutat.", en: "The same person recommended and decided.")
        case "two_persons_pay":
            say("Samma person har attesterat och betalat.", en: "The same person attested and paid.")
        case "two_persons_end_a_library":
            say(
                "Samma person har registrerat och bekräftat att ett bibliotek upphör.",
                en: "The same person registered and confirmed that a library ends.")
        case "conflict_is_lifted_by_another":
            say("Ett jäv har hävts av den det gäller.", en: "A conflict was lifted by the one it is of.")
        case "snapshot_is_what_was_received":
            say("Det som kom in är inte bevarat som det kom in.", en: "What was received is not kept as it was.")
        case "rule_evaluation_is_repeatable":
            say(
                "Det som regeln en gång sade blir något annat när den prövas igen.",
                en: "What the rule once said comes out otherwise when it is asked again.")
        case "event_is_in_one_case":
            say("En händelse får pengar i flera ärenden.", en: "An event gets money in several cases.")
        case "granted_amount_adds_up":
            say("Ett bidrags belopp går inte ihop.", en: "The amounts of a grant do not add up.")
        case "grant_stands_as_decided":
            say("Ett bidrag står inte som det har beslutats.", en: "A grant does not stand as it was decided.")
        case "superseded_decision_was_reopened":
            say("Ett omprövat beslut gäller fortfarande.", en: "A decision that was reopened still stands.")
        case "decision_has_its_letter":
            say("Ett besluts handling är inte som den utfärdades.", en: "A decision's paper is not as it was issued.")
        case "ended_grant_has_its_cause":
            say("Ett bidrag har upphört utan orsak.", en: "A grant has ended without a cause.")
        case "registry_numbers_have_no_gaps":
            say("Diarienumren har en lucka.", en: "The registry numbers have a gap.")
        case "decision_numbers_have_no_gaps":
            say("Beslutsnumren har en lucka.", en: "The numbers of the decisions have a gap.")
        case "payments_stay_within_grant":
            say("Mer pengar är på väg än vad som beviljats.", en: "More money is under way than was granted.")
        case "no_breach_stands":
            say("Pengar betalades fast ett villkor var brutet.", en: "Money was paid although a condition was broken.")
        case "accepted_grant_is_in_force":
            say("Ett bidrag gäller fast ingen har godtagit det.", en: "A grant is in force that nobody has accepted.")
        case "conditions_are_settled":
            say("Ett avslutat bidrag har ett villkor kvar.", en: "A closed grant has a condition that stands.")
        case "withheld_stays_within_share":
            say("Mer hålls inne än en händelses andel.", en: "More is withheld of an event than its share.")
        case "repayments_cover_the_claim":
            say("Ett återkrav går inte ihop med vad som kommit in.", en: "A claim and what came of it do not agree.")
        case "nothing_is_owed":
            say("Ett avslutat bidrag har ett öppet återkrav.", en: "A closed grant has a claim that is due.")
        case "discharged_condition_has_its_evidence":
            say(
                "Ett villkor är uppfyllt fast ingen har godtagit underlaget.",
                en: "A condition is discharged although nobody accepted its evidence.")
        case "reported_grant_has_its_report":
            say("Ett redovisat bidrag saknar redovisning.", en: "A reported grant has no report.")
        case "condition_keeps_its_terms":
            say("Ett villkor är inte som det gavs.", en: "A condition is not as it was given.")
        case "case_officer_is_impartial":
            say("Någon med anmält jäv har beslutat.", en: "Somebody with a declared conflict of interest has decided.")
        case "completion_is_asked_for":
            say(
                "En ansökan väntar på en komplettering som ingen har begärt.",
                en: "An application waits for a completion that nobody asks for.")
        default: name
        }
    }
}
