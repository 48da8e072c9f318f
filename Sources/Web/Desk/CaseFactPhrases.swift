import Domain

/// What the facts of a case are called, and how their values are said.
extension Phrases {
    func name(_ field: CaseField) -> String {
        switch field {
        case .title: applicationField("title")
        case .purpose: applicationField("purpose")
        case .applicant: applicant
        case .requestedAmount: applicationField("requestedAmount")
        case .budget: applicationField("budget")
        case .costShares: say("Händelsernas andelar", en: "Shares of the events")
        case .partners: partnersHeading
        case .attachments: attachments
        case .rule: say("Utlysningens regel", en: "Rule of the call")
        case .projectPeriod: say("Projektperiod", en: "Project period")
        case .track: trackHeading
        case .plan: aboutTheProject
        case .answers: questionsOfTheCall
        default: nameOfEventFact(field)
        }
    }

    private func nameOfEventFact(_ field: CaseField) -> String {
        switch field {
        case .kind: eventField("kind")
        case .summary: eventField("summary")
        case .description: eventField("description")
        case .time: whenHeading
        case .place: whereHeading
        case .audience: audienceHeading
        case .seats: seatsHeading
        case .registration: registrationHeading
        case .prices: priceHeading
        case .host: hostHeading
        case .coHosts: say("Tillfrågade medarrangörer", en: "Co-hosts asked")
        case .confirmedCoHosts: say("Medarrangörer som har sagt ja", en: "Co-hosts who said yes")
        default: nameOfInvitationFact(field)
        }
    }

    private func nameOfInvitationFact(_ field: CaseField) -> String {
        switch field {
        case .invitationScope: say("Vilka inbjudan gäller", en: "Whom the invitation is for")
        case .invitees: say("Inbjudna bibliotek", en: "Libraries invited")
        case .invitationState: say("Inbjudans läge", en: "State of the invitation")
        case .invitationWindow: invitationWindow
        case .readableSince: say("Går att läsa sedan", en: "Can be read since")
        case .daySaidAt: say("Ny dag sagd", en: "New day said")
        case .status: status
        default: eventField("title")
        }
    }

    /// A value in words. Long lists of libraries are told by their number: what has come and gone is told by name.
    func words(_ value: CaseValue, _ names: LibraryNames) -> String {
        switch value {
        case .text(let text): text.isEmpty ? "–" : text
        case .kind(let kind): name(kind)
        case .time(let time): span(from: time.startsAt, to: time.endsAt, allDay: time.allDay)
        case .place(let place): words(place, names)
        case .audience(let audience): listed(audience.map { name($0) })
        case .seats(let seats): words(seats)
        case .registration(let window): words(window)
        case .prices(let price): prices(price)
        case .units(let units): units.count > 5 ? libraries(units.count) : listed(units.map(\.name))
        default: wordsOfRest(value)
        }
    }

    private func wordsOfRest(_ value: CaseValue) -> String {
        switch value {
        case .scope(let scope): name(scope)
        case .invitationState(let state): name(state)
        case .window(let window): words(window)
        case .instant(let instant): instant.map { moment($0) } ?? say("Inte än", en: "Not yet")
        case .status(let standing): name(standing)
        case .money(let amount): money(amount)
        case .budget(let lines): listed(lines.map { "\(name($0.kind)) \(money($0.amount))" })
        case .shares(let shares): listed(shares.map { "\($0.title) \(money($0.amount))" })
        case .partners(let partners): listed(partners.map { "\($0.unit.name) (\(name($0.role)))" })
        case .attachments(let files): listed(files.map { "\($0.name), \(size($0.size)), SHA-256 \($0.hash)" })
        case .rule(let rule): words(rule)
        case .period(let from, let to): [from, to].map { $0.map { date($0) } ?? "" }.joined(separator: " – ")
        case .bilingual(let text): text.map { words($0) } ?? "–"
        case .plan(let plan): listed(facts(of: plan).map { "\($0.term): \($0.text)" })
        case .answers(let answers): listed(answers.map { "\(words($0.label)): \(words($0))" })
        default: "–"
        }
    }

    private func listed(_ words: [String]) -> String { words.isEmpty ? "–" : words.joined(separator: ", ") }

    private func words(_ place: EventPlace, _ names: LibraryNames) -> String {
        var venue: [String] = []
        if place.attendance != .online {
            venue = [place.venue?.name, place.venue?.street, place.venue?.city].compactMap(\.self)
            let municipality = names.municipality(place.venue?.municipalityCode)
            if let municipality, municipality != place.venue?.city { venue.append(municipality) }
        }
        let link = place.hasLink ? [say("länk finns", en: "there is a link")] : []
        return ([name(place.attendance)] + venue + link).joined(separator: ", ")
    }

    private func words(_ window: Invitation.Window) -> String {
        let parts = [
            window.visibleFrom.map { say("från \(moment($0))", en: "from \(moment($0))") },
            window.visibleUntil.map { say("till \(moment($0))", en: "until \(moment($0))") },
        ].compactMap(\.self)
        return parts.isEmpty ? say("Hela tiden", en: "All the time") : parts.joined(separator: " ")
    }

    private func words(_ window: RegistrationWindow) -> String {
        let parts = [
            window.opensAt.map { say("öppnar \(moment($0))", en: "opens \(moment($0))") },
            window.closesAt.map { say("stänger \(moment($0))", en: "closes \(moment($0))") },
            window.othersCloseAt.map {
                say("för andra bibliotek \(moment($0))", en: "for other libraries \(moment($0))")
            },
        ].compactMap(\.self)
        return parts.isEmpty ? registrationIsOpen : parts.joined(separator: ", ")
    }

    /// Every pool, unlike what a calendar says: those for anybody too.
    private func words(_ seats: Seats) -> String {
        guard seats.capacity != nil, seats.any > 0, seats.own + seats.others > 0 else { return self.seats(seats) }
        return self.seats(seats) + say(", \(number(seats.any)) för alla", en: ", \(number(seats.any)) for anybody")
    }

    private func words(_ rule: CallRule) -> String {
        let invited =
            switch rule.invite {
            case .all: say("alla andra bjuds in", en: "all others are invited")
            case .atLeast(let least):
                say("minst \(number(least)) bjuds in", en: "at least \(number(least)) are invited")
            }
        let share = number(Int((rule.maximumOwnShare * 100).rounded()))
        let switches = [
            rule.othersPayNoMore ? say("andra betalar inte mer", en: "others pay no more") : nil,
            rule.calendarIsChannel ? say("kalendern räknas som kanal", en: "the calendar is a channel") : nil,
            rule.oneGrantPerEvent ? say("ett bidrag per händelse", en: "one grant per event") : nil,
            rule.costsWithoutEvent.isEmpty
                ? nil
                : say("utan händelse:", en: "without an event:") + " "
                    + rule.costsWithoutEvent.map { name($0).lowercased() }.joined(separator: ", "),
            say("\(number(rule.daysToReply)) dagar att svara", en: "\(number(rule.daysToReply)) days to reply"),
        ].compactMap(\.self).joined(separator: ", ")
        return say(
            "Version \(rule.version): \(invited), \(number(rule.noticeDays)) dagar före, minst \(number(rule.minimumSeatsForOthers)) platser för andra, högst \(share) % för egen personal, \(switches)",
            en:
                "Version \(rule.version): \(invited), \(number(rule.noticeDays)) days before, at least \(number(rule.minimumSeatsForOthers)) seats for others, at most \(share)% for own staff, \(switches)"
        )
    }

    func name(_ standing: EventStanding) -> String {
        switch standing {
        case .draft: say("Utkast", en: "Draft")
        case .published: say("Publicerad", en: "Published")
        case .cancelled: say("Inställt", en: "Cancelled")
        }
    }

    var registrationIsOpen: String {
        say("Öppen från publiceringen till starten", en: "Open from publication to the start")
    }
    func libraries(_ count: Int) -> String { say("\(number(count)) bibliotek", en: "\(number(count)) libraries") }
    func added(_ units: [NamedUnit]) -> String {
        let names = units.map(\.name).joined(separator: ", ")
        return say("Tillagda: \(names).", en: "Added: \(names).")
    }
    func removed(_ units: [NamedUnit]) -> String {
        let names = units.map(\.name).joined(separator: ", ")
        return say("Borttagna: \(names).", en: "Removed: \(names).")
    }
}
