import Domain

extension EventBody {
    /// Reads every member that the API knows of an event. Faults stay with the reader.
    init(_ json: ObjectReader) {
        title = json.given("title", json.text)
        kind = json.given("kind") { json.choice($0, EventKind.self) }
        summary = json.given("summary", json.text)
        description = json.given("description", json.text)
        hostLibraryID = json.given("hostLibraryId") { json.id($0, Library.self) }
        coHostLibraryIDs = json.given("coHostLibraryIds") { json.ids($0, Library.self) }
        startsAt = json.given("startsAt", json.dayOrMoment)
        endsAt = json.given("endsAt", json.dayOrMoment)
        allDay = json.given("allDay", json.truth)
        attendance = json.given("attendance") { json.choice($0, Attendance.self) }
        venue = json.said("venue") { json.object($0).map(VenueBody.init) }
        onlineURL = json.said("onlineUrl", json.text)
        audience = json.given("audience") { json.choices($0, Audience.self) }
        recordingOnly = json.given("recordingOnly", json.truth)
        themes = json.given("themes", json.texts)
        capacity = json.said("capacity", json.integer)
        seatPools = json.given("seatPools", json.seatPools)
        registration = json.given("registration") { json.object($0).map(RegistrationBody.init) }
        let prices = json.given("prices") { json.object($0) }
        ownPrice = prices?.given("own") { prices?.money($0) }
        othersPrice = prices?.given("others") { prices?.money($0) }
        json.checkTimeZone()
    }
}

extension EventBody.VenueBody {
    fileprivate init(_ json: ObjectReader) {
        name = json.given("name", json.text)
        street = json.said("street", json.text)
        city = json.said("city", json.text)
        municipalityCode = json.said("municipalityCode", json.text)
    }
}

extension EventBody.RegistrationBody {
    fileprivate init(_ json: ObjectReader) {
        opensAt = json.said("opensAt", json.moment)
        closesAt = json.said("closesAt", json.moment)
        othersCloseAt = json.said("othersCloseAt", json.moment)
    }
}

extension ObjectReader {
    /// All times are those of Stockholm; the member is there so that nobody needs to guess it.
    fileprivate func checkTimeZone() {
        guard let name = given("timeZone", text), name != Stockholm.name else { return }
        fault("timeZone", .isNotOneOf([Stockholm.name]))
    }

    fileprivate func dayOrMoment(_ name: String) -> EventBody.Time? {
        guard case .string(let text)? = value(name), let day = Day(text) else {
            return moment(name).map { .instant($0) }
        }
        guard let wrong = SensibleTime.fault(of: day) else { return .day(day) }
        fault(name, wrong)
        return nil
    }

    /// One pool for each audience.
    fileprivate func seatPools(_ name: String) -> [EventBody.SeatPool]? {
        var known: Set<SeatAudience> = []
        return objects(name)?.map { pool in
            let audience = pool.requiredChoice("audience", SeatAudience.any)
            if !known.insert(audience).inserted { pool.fault("audience", .isTwice) }
            return EventBody.SeatPool(audience: audience, seats: pool.requiredInteger("seats"))
        }
    }
}
