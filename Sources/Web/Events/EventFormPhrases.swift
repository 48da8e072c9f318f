import Domain

/// What the form of an event says.
extension Phrases {
    var saveDraft: String { say("Spara utkast", en: "Save draft") }
    var aboutTheEvent: String { say("Om händelsen", en: "About the event") }
    var whoHeading: String { say("Vilka", en: "Who") }
    var coHostsHeading: String { say("Medarrangörer", en: "Co-hosts") }
    var seatsAndRegistration: String { say("Platser och anmälan", en: "Seats and registration") }
    var summaryHint: String {
        say("En eller två meningar som syns i kalendern.", en: "A sentence or two for the calendar.")
    }
    var recordingHint: String {
        say(
            "Ingen kan vara med medan det pågår. Det räknas inte som en inbjudan till andra.",
            en: "Nobody can take part while it goes on. It does not count as an invitation to others.")
    }
    var allDayHint: String { say("Klockslagen behövs då inte.", en: "Then times are not needed.") }
    var venueHint: String { say("Behövs om man kan delta på plats.", en: "Needed if one can attend on site.") }
    var notInSkane: String { say("Ingen kommun i Skåne", en: "No municipality of Skåne") }
    var linkHint: String {
        say(
            "Behövs om man bara kan delta digitalt. Börjar med https://.",
            en: "Needed if one can only attend online. Begins with https://.")
    }
    var capacityHint: String { say("Tomt betyder obegränsat.", en: "Empty means unlimited.") }
    var poolHint: String {
        say("Platser som inte är vikta för någon är till för alla.", en: "Seats kept for nobody are for everybody.")
    }
    var opensHint: String { say("Tomt betyder genast.", en: "Empty means at once.") }
    var closesHint: String { say("Tomt betyder när händelsen börjar.", en: "Empty means when the event starts.") }
    var othersCloseHint: String {
        say(
            "Bara om andra bibliotek har en annan sista dag. För bidrag får den inte vara tidigare än er egen.",
            en: "Only if other libraries have another last day. For a grant it must not be earlier than your own.")
    }
    var priceHint: String { say("I kronor. Tomt betyder kostnadsfritt.", en: "In kronor. Empty means free of charge.") }

    /// What a field of an event is called.
    func eventField(_ name: String) -> String {
        switch name {
        case "title": say("Titel", en: "Title")
        case "kind": say("Typ", en: "Kind")
        case "summary": say("Sammanfattning", en: "Summary")
        case "description": say("Beskrivning", en: "Description")
        case "themes": themesHeading
        case "startsAt", "startsAt.date": say("Börjar, dag", en: "Starts, day")
        case "startsAt.time": say("Börjar, klockan", en: "Starts, time")
        case "endsAt", "endsAt.date": say("Slutar, dag", en: "Ends, day")
        case "endsAt.time": say("Slutar, klockan", en: "Ends, time")
        case "allDay": say("Heldag", en: "All day")
        case "attendance": say("Så kan man delta", en: "How to attend")
        case "hostLibraryId": hostHeading
        case "coHostLibraryIds": say("Bibliotek som arrangerar tillsammans med er", en: "Libraries that host with you")
        case "audience": audienceHeading
        case "recordingOnly": say("Länken går till en inspelning", en: "The link leads to a recording")
        case "onlineUrl": say("Länk till det digitala mötet", en: "Link to the online meeting")
        case "version": say("Version", en: "Version")
        default: eventPlaceField(name) ?? eventSeatField(name)
        }
    }

    private func eventPlaceField(_ name: String) -> String? {
        switch name {
        case "venue", "venue.name": say("Plats", en: "Venue")
        case "venue.street": say("Gatuadress", en: "Street")
        case "venue.city": say("Ort", en: "Town")
        case "venue.municipalityCode": say("Platsens kommun", en: "Municipality of the venue")
        default: nil
        }
    }

    private func eventSeatField(_ name: String) -> String {
        switch name {
        case "capacity": say("Antal platser", en: "Number of seats")
        case "seatPools", "seatPools.own": say("Platser vikta för egen personal", en: "Seats kept for own staff")
        case "seatPools.others": say("Platser vikta för andra bibliotek", en: "Seats kept for other libraries")
        case "registration.opensAt", "registration.opensAt.date":
            say("Anmälan öppnar, dag", en: "Registration opens, day")
        case "registration.opensAt.time": say("Anmälan öppnar, klockan", en: "Registration opens, time")
        case "registration.closesAt", "registration.closesAt.date":
            say("Sista anmälningsdag", en: "Last day to register")
        case "registration.closesAt.time": say("Sista anmälan, klockan", en: "Last day to register, time")
        case "registration.othersCloseAt", "registration.othersCloseAt.date":
            say("Sista dag för andra bibliotek", en: "Last day for other libraries")
        case "registration.othersCloseAt.time":
            say("Sista dag för andra bibliotek, klockan", en: "Last day for other libraries, time")
        case "prices.own", "prices": say("Pris för egen personal", en: "Price for own staff")
        case "prices.others": say("Pris för andra bibliotek", en: "Price for other libraries")
        default: name
        }
    }
}

/// What is chosen in a form, in words: what somebody has written stays as it is.
extension Phrases {
    func value(ofEvent field: String, _ value: String, _ libraries: LibraryNames) -> String {
        let name: String? =
            switch field {
            case "kind": EventKind(rawValue: value).map { self.name($0) }
            case "attendance": Attendance(rawValue: value).map { self.name($0) }
            case "audience": Audience(rawValue: value).map { self.name($0) }
            case "themes": theme(value)
            case "hostLibraryId", "coHostLibraryIds": Library.ID(value).map { libraries[$0] }
            case "allDay", "recordingOnly": say("Ja", en: "Yes")
            default: nil
            }
        return name ?? value
    }

    func value(ofInvitation field: String, _ value: String, _ libraries: LibraryNames) -> String {
        let name: String? =
            switch field {
            case "scope": Invitation.Scope(rawValue: value).map { self.name($0) }
            case "state": Invitation.State(rawValue: value).map { choosing($0) }
            case "invitees": Library.ID(value).map { libraries[$0] }
            default: nil
            }
        return name ?? value
    }
}
