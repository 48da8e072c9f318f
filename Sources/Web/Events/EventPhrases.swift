import Domain

/// What pages of events say, but for the forms.
extension Phrases {
    var newEvent: String { say("Ny händelse", en: "New event") }
    var editEvent: String { say("Ändra händelsen", en: "Edit the event") }
    var hostHeading: String { say("Arrangör", en: "Host") }
    var coHostHeading: String { say("Medarrangörer", en: "Co-hosts") }
    var whenHeading: String { say("När", en: "When") }
    var whereHeading: String { say("Var", en: "Where") }
    var audienceHeading: String { say("Målgrupp", en: "Audience") }
    var themesHeading: String { say("Teman", en: "Themes") }
    var seatsHeading: String { say("Platser", en: "Seats") }
    var priceHeading: String { say("Pris", en: "Price") }
    var registrationHeading: String { say("Anmälan", en: "Registration") }
    var invitationHeading: String { say("Inbjudan till andra bibliotek", en: "Invitation to other libraries") }
    var recordingLink: String { say("Inspelning", en: "Recording") }
    var meetingLink: String { say("Länk till mötet", en: "Link to the meeting") }
    var unlimitedSeats: String { say("Obegränsat", en: "Unlimited") }
    var freeOfCharge: String { say("Kostnadsfritt", en: "Free of charge") }
    var addToCalendar: String { say("Lägg till i din kalender (.ics)", en: "Add to your calendar (.ics)") }
    var draftIsOnlyYours: String {
        say(
            "Det här är ett utkast. Bara ditt bibliotek ser det.", en: "This is a draft. Only your library sees it.")
    }
    var hostTools: String { say("För dig som arrangerar", en: "For hosts") }
    var changeInvitation: String { say("Ändra inbjudan", en: "Change the invitation") }
    var publishEvent: String { say("Publicera i kalendern", en: "Publish in the calendar") }
    var cancelEvent: String { say("Ställ in", en: "Cancel the event") }
    var reportDeviation: String { say("Anmäl avvikelse", en: "Report a deviation") }
    var grantDependsOnIt: String {
        say("Ett bidrag är beroende av den här händelsen", en: "A grant depends on this event")
    }
    var grantDependsOnItMeans: String {
        say(
            "Bidraget är givet på villkor att andra bibliotek är inbjudna tills händelsen är slut. Du kan ändra det mesta som vanligt. Behöver du minska inbjudan, flytta till en dag med kort varsel eller ställa in ber den som sökte bidraget regionen om en ändring, eller så gör du det som en avvikelse, med en orsak.",
            en:
                "The money was granted on condition that other libraries are invited until the event has ended. Most things can be changed as usual. To narrow the invitation, move to a day at short notice or cancel, the applicant asks the region for a change, or you report a deviation with a reason."
        )
    }

    func seats(_ seats: Seats) -> String {
        guard let capacity = seats.capacity else { return unlimitedSeats }
        var parts = [number(capacity)]
        if seats.own > 0 {
            parts.append(say("\(number(seats.own)) för egen personal", en: "\(number(seats.own)) for own staff"))
        }
        if seats.others > 0 {
            parts.append(
                say("\(number(seats.others)) för andra bibliotek", en: "\(number(seats.others)) for other libraries"))
        }
        return parts.joined(separator: ", ")
    }

    func prices(_ prices: Prices) -> String {
        if prices.own == .zero, prices.others == .zero { return freeOfCharge }
        return say(
            "\(money(prices.own)) för egen personal, \(money(prices.others)) för andra",
            en: "\(money(prices.own)) for own staff, \(money(prices.others)) for others")
    }

    /// When and how one registers, told from where the reader stands.
    func registration(of event: Event, at now: Instant) -> String? {
        let window = event.details.registration
        guard !event.isCancelled, now < event.details.startsAt else { return nil }
        if let closes = window.closesAt, max(closes, window.othersCloseAt ?? closes) <= now {
            return say("Anmälan stängde \(moment(closes)).", en: "Registration closed \(moment(closes)).")
        }
        var parts: [String] = []
        if let opens = window.opensAt, now < opens {
            parts.append(say("Öppnar \(moment(opens)).", en: "Opens \(moment(opens))."))
        }
        parts.append(
            window.closesAt.map { registrationOfOwn($0, at: now) }
                ?? say("Anmäl dig hos arrangören.", en: "Register with the host."))
        if let others = window.othersCloseAt { parts.append(registrationOfOthers(others, at: now)) }
        return parts.joined(separator: " ")
    }

    /// The window as it is written, whenever it is read: for comparing what was with what is.
    func registration(_ window: RegistrationWindow) -> String? {
        var parts: [String] = []
        if let opens = window.opensAt { parts.append(say("Öppnar \(moment(opens)).", en: "Opens \(moment(opens)).")) }
        if let closes = window.closesAt {
            parts.append(say("Stänger \(moment(closes)).", en: "Closes \(moment(closes))."))
        }
        if let others = window.othersCloseAt {
            parts.append(
                say(
                    "Stänger för andra bibliotek \(moment(others)).",
                    en: "Closes for other libraries \(moment(others))."))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func registrationOfOwn(_ closes: Instant, at now: Instant) -> String {
        closes <= now
            ? say(
                "För arrangörens egen personal stängde anmälan \(moment(closes)).",
                en: "For the host's own staff it closed \(moment(closes)).")
            : say(
                "Anmäl dig hos arrangören senast \(moment(closes)).", en: "Register with the host by \(moment(closes))."
            )
    }

    private func registrationOfOthers(_ closes: Instant, at now: Instant) -> String {
        closes <= now
            ? say(
                "För andra bibliotek stängde anmälan \(moment(closes)).",
                en: "For other libraries it closed \(moment(closes)).")
            : say("För andra bibliotek senast \(moment(closes)).", en: "For other libraries by \(moment(closes)).")
    }

    var hasTakenPlace: String { say("Har ägt rum", en: "Has taken place") }
    var askedToCoHost: String { say("Ni är tillfrågade som medarrangör", en: "You are asked to co-host") }

    /// Who is invited, or was when the event has ended, in words for everybody.
    func invited(_ invitation: Invitation, names: [String], hasEnded: Bool = false) -> String {
        if hasEnded { return wereInvited(invitation, names: names) }
        return areInvited(invitation, names: names)
    }

    private func wereInvited(_ invitation: Invitation, names: [String]) -> String {
        switch invitation.scope {
        case .all:
            say(
                "Personal från alla bibliotek i Skåne var inbjuden.",
                en: "Staff of all libraries in Skåne were invited.")
        case .public: say("Alla var välkomna.", en: "Everybody was welcome.")
        case .own: say("Bara arrangörens egen personal.", en: "The host's own staff only.")
        case .list:
            say(
                "Inbjudna var: \(names.joined(separator: ", ")).", en: "Invited were: \(names.joined(separator: ", "))."
            )
        }
    }

    private func areInvited(_ invitation: Invitation, names: [String]) -> String {
        switch invitation.scope {
        case .all:
            say(
                "Personal från alla bibliotek i Skåne är välkommen.", en: "Staff of all libraries in Skåne are welcome."
            )
        case .public: say("Alla är välkomna.", en: "Everybody is welcome.")
        case .own: say("Bara arrangörens egen personal.", en: "The host's own staff only.")
        case .list:
            say(
                "Inbjudna är: \(names.joined(separator: ", ")).",
                en: "Invited are: \(names.joined(separator: ", ")).")
        }
    }
}
