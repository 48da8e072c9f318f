import Domain

/// What pages of calls say.
extension Phrases {
    var callsTitle: String { say("Utlysningar", en: "Calls for applications") }
    var callsLead: String {
        say(
            "Bidrag till kompetensutveckling för bibliotek i Skåne.", en: "Grants for training at libraries in Skåne.")
    }
    var noCalls: String {
        say("Det finns ingen utlysning just nu. Titta in igen.", en: "There is no call right now. Look in again.")
    }
    var callIsDraft: String { say("Utkast", en: "Draft") }
    var callIsOpen: String { say("Öppen för ansökan", en: "Open for applications") }
    var callIsAnnounced: String { say("Inte öppen än", en: "Not open yet") }
    var callHasClosed: String { say("Stängd", en: "Closed") }
    var apply: String { say("Ansök", en: "Apply") }
    func whoMayApply(_ hasClosed: Bool) -> String {
        hasClosed ? say("Vem kunde söka?", en: "Who could apply?") : say("Vem kan söka?", en: "Who may apply?")
    }
    var whoMayApplyText: String {
        say(
            "Folkbibliotek i Skåne. Ni arrangerar själva eller tillsammans med andra, och bjuder in personal från andra bibliotek.",
            en:
                "Public libraries in Skåne. You host alone or together with others, and invite staff of other libraries."
        )
    }
    func whenToApply(_ hasClosed: Bool) -> String {
        hasClosed
            ? say("När kunde man söka?", en: "When could one apply?")
            : say("När kan jag söka?", en: "When can I apply?")
    }
    var forWhat: String { say("För vad kan jag söka?", en: "What can I apply for?") }
    func forWhat(_ hasClosed: Bool) -> String {
        hasClosed ? say("För vad kunde man söka?", en: "What could one apply for?") : forWhat
    }
    func notForWhat(_ hasClosed: Bool) -> String {
        hasClosed
            ? say("För vad kunde man inte söka?", en: "What was not covered?")
            : say("För vad kan jag inte söka?", en: "What is not covered?")
    }
    var notForWhatText: String {
        say(
            "Ordinarie drift, lön för egen personal, inköp av medier eller lokaler, och sådant som redan har ägt rum.",
            en: "Ordinary operation, wages of own staff, media or premises, and what has already taken place.")
    }
    var howToApply: String { say("Hur söker jag?", en: "How do I apply?") }
    var howToApplyText: String {
        say(
            "Skapa först händelserna i kalendern, som utkast om ni vill, och säg vilka ni bjuder in. Skriv sedan ansökan och koppla händelserna till den. Tjänsten visar hela tiden om bidragsregeln är uppfylld och vad som annars saknas. Den som är behörig att skriva under skickar in ansökan.",
            en:
                "First make the events in the calendar, as drafts if you like, and say whom you invite. Then write the application and choose the events. The service always shows whether the funding rule holds and what is missing. Your signatory submits the application."
        )
    }
    var support: String { say("Support", en: "Support") }
    var supportText: String {
        say("Prata gärna med oss innan du söker.", en: "You are welcome to talk to us before you apply.")
    }
    var supportAfterwards: String {
        say("Har du frågor om utlysningen eller ett ärende i den?", en: "Questions on the call or a case in it?")
    }
    var nothingToSubmitTo: String {
        say("Det går inte längre att söka i den här utlysningen.", en: "This call takes no more applications.")
    }
    var otherCalls: String { say("Se alla utlysningar", en: "See all calls") }
    var handlingAndDecision: String { say("Handläggning och beslut", en: "Processing and decision") }
    var handlingText: String {
        say(
            "Ansökan får ett diarienummer när den kommer in. En handläggare bereder ärendet och lämnar ett förslag, och en annan person beslutar. När bidraget beviljas går inbjudan ut och händelserna publiceras i kalendern i samma stund.",
            en:
                "The application gets a registry number when it is received. A case officer prepares the case and makes a recommendation, and another person decides. When the grant is approved, the invitation goes out and the events are published in the same moment."
        )
    }
    var theRule: String { say("Bidragsregeln", en: "The funding rule") }
    var inThisCall: String { say("I den här utlysningen betyder det:", en: "In this call it means:") }
    var budgetOfCall: String { say("Budget", en: "Budget") }
    var mostPerApplication: String { say("Högst per ansökan", en: "At most per application") }
    var projectPeriod: String { say("Projekttid", en: "Project period") }

    /// When one may submit, told from where the reader stands.
    func window(of call: Call, at now: Instant) -> String {
        let (opens, closes) = (moment(call.details.opensAt), moment(call.details.closesAt))
        guard call.publishedAt != nil else {
            return say(
                "Utkast. Ansökan ska öppna \(opens) och stänga \(closes).",
                en: "A draft. Applications are to open \(opens) and close \(closes).")
        }
        if now < call.details.opensAt {
            return say(
                "Ansökan öppnar \(opens). Du kan börja skriva redan nu, och skicka in före \(closes).",
                en: "Applications open \(opens). You can begin to write now, and submit before \(closes).")
        }
        if now < call.details.closesAt {
            return say(
                "Ansökan är öppen. Skicka in den före \(closes).", en: "Applications are open. Submit before \(closes)."
            )
        }
        return say(
            "Ansökan var öppen från \(opens) till \(closes).", en: "Applications were open from \(opens) to \(closes).")
    }

    func period(of details: CallDetails) -> String? {
        switch (details.projectStartsOn, details.projectEndsOn) {
        case (nil, nil): nil
        case (.some(let first), nil): say("från och med \(date(first))", en: "from \(date(first))")
        case (nil, .some(let last)): say("till och med \(date(last))", en: "until \(date(last))")
        case (.some(let first), .some(let last)): days(from: first, to: last)
        }
    }
}

/// What the region's pages of calls say.
extension Phrases {
    var newCall: String { say("Ny utlysning", en: "New call") }
    var editCall: String { say("Ändra utkastet", en: "Edit the draft") }
    var publishCall: String { say("Publicera utlysningen", en: "Publish the call") }
    var forTheRegion: String { say("För regionen", en: "For the region") }
    var aboutTheCall: String { say("Om utlysningen", en: "About the call") }
    var termsStand: String {
        say(
            "Ett utkast syns bara för regionen. När utlysningen är publicerad ligger villkoren fast.",
            en: "Only the region sees a draft. Once the call is published its terms stand.")
    }
    var closesHintOfCall: String {
        say("Ansökan ska ha kommit in före det klockslaget.", en: "Applications must be received before that time.")
    }
    var inviteHint: String { say("Tomt betyder alla andra.", en: "Empty means all others.") }
    var budgetTitle: String { say("Budgetläge", en: "Budget") }
    var granted: String { say("Beviljat", en: "Granted") }
    var left: String { say("Kvar", en: "Left") }
    var stillAskedFor: String { say("Sökt i öppna ärenden", en: "Sought in open cases") }
    var applicationsOfCall: String { say("Ansökningar i utlysningen", en: "Applications in the call") }
    var noApplicationsYet: String {
        say("Ingen ansökan har kommit in än.", en: "No application has been received yet.")
    }

    func callField(_ name: String) -> String {
        switch name {
        case "title": say("Titel", en: "Title")
        case "description": forWhat
        case "opensAt", "opensAt.date": say("Öppnar, dag", en: "Opens, day")
        case "opensAt.time": say("Öppnar, klockan", en: "Opens, time")
        case "closesAt", "closesAt.date": say("Sista ansökningsdag", en: "Closes, day")
        case "closesAt.time": say("Sista ansökningsdag, klockan", en: "Closes, time")
        case "projectStartsOn": say("Händelser tidigast", en: "Events no earlier than")
        case "projectEndsOn": say("Händelser senast", en: "Events no later than")
        case "budget": budgetOfCall
        case "maximumAmount": mostPerApplication
        case "rule.invite.number", "rule.invite":
            say("Antal andra bibliotek som ska bjudas in", en: "Number of other libraries to invite")
        case "rule.noticeDays": say("Dagar före som inbjudan ska gå ut", en: "Days of notice")
        case "rule.minimumSeatsForOthers": say("Minsta antal platser för andra", en: "Fewest seats for others")
        case "rule.maximumOwnShare":
            say("Högsta andel platser för egen personal, procent", en: "Largest share of seats for own staff, percent")
        case "rule.othersPayNoMore":
            say("Andra betalar inte mer än egen personal", en: "Others pay no more than own staff")
        case "rule.oneGrantPerEvent":
            say("En händelse kan bara få ett bidrag", en: "An event can have one grant only")
        case "rule.costsWithoutEvent": say("Kostnader utan händelse", en: "Costs without an event")
        case "rule.daysToReply":
            say("Dagar att svara på efter en avvikelse", en: "Days to answer after a deviation")
        default: termsField(name) ?? callPartField(name) ?? name
        }
    }
}
