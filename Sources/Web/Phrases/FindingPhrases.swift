package import Domain

/// What the funding rule says, and what would mend it.
extension Phrases {
    package func message(_ reason: Finding.Reason) -> String {
        switch reason {
        case .holds: say("Villkoret är uppfyllt.", en: "The condition holds.")
        case .onlyTheHostsOwnUnitsAreInvited:
            say(
                "Bara arrangörens egna enheter, eller bibliotek i samma gemensamma nämnd, är inbjudna.",
                en: "Only the host's own units, or libraries of the same joint board, are invited.")
        case .inviteesAreNotOfTheRegion:
            say(
                "De inbjudna är inga folkbibliotek i regionen.",
                en: "The invited are not public libraries of the region.")
        case .nobodyIsInvited: say("Inget annat bibliotek är inbjudet.", en: "No other library is invited.")
        case .invitationIsNotDelivered:
            say(
                "Inbjudan har inte kommit fram till alla inbjudna bibliotek.",
                en: "The invitation has not reached all libraries that are invited.")
        case .invitedLibraryHasClosed:
            say(
                "Ett inbjudet bibliotek har upphört eller upphör före händelsen. Det hindrar ingenting.",
                en: "A library that was invited has closed, or will have before the event. It hinders nothing.")
        case .tooFewAreInvited: say("Fler bibliotek behöver bjudas in.", en: "More libraries need to be invited.")
        case .noOtherLibraryExists:
            say(
                "Det finns inget annat bibliotek att bjuda in. Den som delar nämnd med arrangören räknas inte.",
                en: "There is no other library to invite. Whoever shares a board with the host does not count.")
        case .staffAreNotNamed:
            say("Bibliotekspersonal nämns inte som målgrupp.", en: "Library staff are not named as audience.")
        case .invitationIsDraft: say("Inbjudan är bara ett utkast.", en: "The invitation is only a draft.")
        case .invitationIsWithdrawn: say("Inbjudan är återkallad.", en: "The invitation has been withdrawn.")
        case .invitationIsNotPublished: say("Inbjudan har inte gått ut.", en: "The invitation has not gone out.")
        case .eventIsNotPublished:
            say("Händelsen syns inte i regionens kalender.", en: "The event is not in the region's calendar.")
        case .invitationIsNotVisibleYet:
            say("Inbjudan syns inte för andra bibliotek än.", en: "The invitation is not seen by other libraries yet.")
        case .invitationEndsEarly:
            say(
                "Inbjudan slutar synas innan händelsen är slut.",
                en: "The invitation is no longer seen before the event has ended.")
        case .publicationIsOverdue:
            say(
                "Inbjudan skulle ha gått ut vid det här laget, men ansökan är inte avgjord. Flytta dagen eller fråga regionen. Det hindrar inget beslut.",
                en:
                    "The invitation should have gone out by now, and the application is not decided. Move the day, or ask the region. It hinders no decision."
            )
        case .eventIsCancelled: say("Händelsen är inställd.", en: "The event is cancelled.")
        case .registrationHasClosed: say("Anmälan har stängt.", en: "Registration has closed.")
        case .eventIsMovedIntoThePast:
            say(
                "Händelsen flyttas till en tid som har passerat. Då kan ingen annan komma.",
                en: "The event is moved to a time that has passed. Then nobody else can come.")
        case .registrationOpensTooLate:
            say("Anmälan öppnar för sent för andra bibliotek.", en: "Registration opens too late for other libraries.")
        case .othersCloseEarlier:
            say(
                "Anmälan stänger tidigare för andra än för egen personal.",
                en: "Registration closes earlier for others than for own staff.")
        case .noSeatsForOthers:
            say("Det finns inga platser för andra bibliotek.", en: "There are no seats for other libraries.")
        case .tooFewSeatsForOthers:
            say("Det finns för få platser för andra bibliotek.", en: "There are too few seats for other libraries.")
        case .fewerSeatsThanPromised:
            say(
                "Andra bibliotek får färre platser än de lovades när bidraget beviljades.",
                en: "Other libraries get fewer seats than they were promised when the grant was given.")
        case .ownShareIsTooLarge:
            say(
                "För stor del av platserna är till egen personal.",
                en: "Too large a part of the seats is kept for own staff.")
        case .priceForOthersIsRaised:
            say("Priset för andra höjs.", en: "The price for others is raised.")
        case .othersPayMore:
            say(
                "Priset för andra är högre än för egen personal.",
                en: "The price for others is above that for own staff.")
        case .noChannelIsAccepted:
            say(
                "Utlysningen godtar inte kalendern som kanal för inbjudan, och någon annan finns inte än.",
                en: "The call does not accept the calendar as channel of the invitation, and there is no other yet.")
        case .publicationIsNotLogged:
            say(
                "Det är inte belagt att inbjudan har publicerats som den är nu.",
                en: "There is no record that the invitation was published as it is now.")
        case .noticeIsTooShort: say("Inbjudan går ut för sent.", en: "The invitation goes out too late.")
        case .placeIsOutsideTheRegion: say("Platsen ligger utanför regionen.", en: "The place is outside the region.")
        case .placeIsUnknown: say("Platsens kommun är inte angiven.", en: "The municipality of the place is not given.")
        case .onlyARecordingIsOffered:
            say(
                "Andra får bara se en inspelning i efterhand. Det räknas inte som en inbjudan.",
                en: "Others may only watch a recording afterwards. That does not count as an invitation.")
        case .linkIsMissing: say("Länken till mötet saknas.", en: "The link to the meeting is missing.")
        case .eventHasBegun: say("Händelsen har redan börjat.", en: "The event has already begun.")
        case .eventIsOutsideTheProjectPeriod:
            say(
                "Händelsen ligger utanför utlysningens projekttid.",
                en: "The event is outside the project period of the call.")
        case .applicationHasNoEvents: say("Ansökan har inga händelser.", en: "The application has no events.")
        case .costsHaveNoEvent:
            say(
                "En del av beloppet hör varken till en händelse eller till kostnader som utlysningen tillåter utan händelse.",
                en: "Part of the amount belongs neither to an event nor to costs that the call allows without one.")
        case .sharesAreMoreThanIsSought:
            say(
                "Händelsernas delar är mer än det sökta beloppet.",
                en: "The events' shares are more than the amount sought.")
        case .applicantIsNotAHost:
            say("Sökanden är inte arrangör av händelsen.", en: "The applicant does not host the event.")
        case .eventHasAnotherGrant:
            say("Händelsen har redan ett bidrag i ett annat ärende.", en: "The event has a grant in another case.")
        case .eventIsInAnotherApplication:
            say("Händelsen finns redan i en annan ansökan.", en: "The event is in another application.")
        case .invitationHadAGap:
            say(
                "Inbjudan har inte gällt utan avbrott sedan beslutet.",
                en: "The invitation has not been in force without a gap since the decision.")
        case .invitedAreNotListed:
            say(
                "Redovisningen har ingen lista över vilka bibliotek som bjöds in.",
                en: "The report has no list of the libraries that were invited.")
        case .registeredAreNotTold:
            say(
                "Redovisningen säger inte hur många som anmälde sig.",
                en: "The report does not say how many registered.")
        case .refusedAreNotTold:
            say(
                "Redovisningen säger inte hur många från andra bibliotek som fick nej eller stod på väntelista.",
                en: "The report does not say how many from other libraries were refused or waited for a seat.")
        case .attendedAreNotTold:
            say("Redovisningen säger inte hur många som deltog.", en: "The report does not say how many attended.")
        case .moreAttendedThanRegistered:
            say("Fler deltog än som var anmälda:", en: "More attended than had registered:")
        }
    }

    package func label(_ repair: Finding.Repair) -> String {
        switch repair {
        case .inviteAllOthers: say("Bjud in alla andra bibliotek", en: "Invite all other libraries")
        case .bindInvitation: say("Lova inbjudan", en: "Bind the invitation")
        case .publishInvitation: say("Skicka ut inbjudan", en: "Publish the invitation")
        case .publishEvent: say("Publicera händelsen", en: "Publish the event")
        case .nameStaff: say("Lägg till bibliotekspersonal som målgrupp", en: "Add library staff to the audience")
        case .closeRegistrationTogether:
            say(
                "Stäng anmälan samtidigt för alla",
                en: "Close registration for all at once")
        case .openRegistration: say("Öppna anmälan", en: "Open registration")
        case .openSeats: say("Öppna alla platser för alla", en: "Open all seats to everybody")
        }
    }
}
