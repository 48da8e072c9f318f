import Domain

/// A value of a case as JSON: text, a number of things by name, or an object of the form that the thing has elsewhere.
struct CaseValueJSON: JSONWritable {
    let value: CaseValue

    func write(to json: inout JSONWriter) {
        switch value {
        case .text(let text): text.write(to: &json)
        case .kind(let kind): kind.write(to: &json)
        case .audience(let audience): audience.write(to: &json)
        case .units(let units): units.map(UnitJSON.init).write(to: &json)
        case .scope(let scope): scope.write(to: &json)
        case .invitationState(let state): state.write(to: &json)
        case .instant(let instant): instant.write(to: &json)
        case .status(let standing): standing.rawValue.write(to: &json)
        case .money(let amount): amount.write(to: &json)
        case .bilingual(let text): text.write(to: &json)
        case .time, .place, .seats, .registration, .window, .prices, .budget, .shares, .partners, .attachments, .rule,
            .period, .plan, .answers:
            CaseObjectJSON(value: value).write(to: &json)
        }
    }
}

/// The values that are made of others.
private struct CaseObjectJSON: JSONWritable {
    let value: CaseValue

    func write(to json: inout JSONWriter) {
        switch value {
        case .budget(let lines):
            json.array(lines) { json, line in
                json.object {
                    $0.member("kind", line.kind)
                    $0.member("amount", line.amount)
                }
            }
        case .shares(let shares):
            json.array(shares) { json, share in
                json.object {
                    $0.member("eventId", share.eventID)
                    $0.member("costShare", share.amount)
                }
            }
        case .answers(let answers): json.array(answers) { json, answer in json.write(answer) }
        case .partners(let partners): json.array(partners) { json, partner in json.write(partner) }
        case .attachments(let files): json.array(files) { json, file in json.write(file) }
        default: json.object { $0.writeMembers(of: value) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ partner: NamedPartner) {
        object {
            $0.member("library", UnitJSON(partner.unit))
            $0.member("role", partner.role)
            $0.member("contribution", partner.contribution)
        }
    }

    fileprivate mutating func write(_ file: KeptAttachment) {
        object {
            $0.member("id", file.id)
            $0.member("name", file.name)
            $0.member("size", file.size)
            $0.member("sha256", file.hash)
        }
    }

    fileprivate mutating func writeMembers(of value: CaseValue) {
        switch value {
        case .time(let time):
            member("startsAt", time.startsAt)
            member("endsAt", time.endsAt)
            member("allDay", time.allDay)
        case .place(let place): writeMembers(of: place)
        case .seats(let seats):
            member("capacity", seats.capacity)
            member("own", seats.own)
            member("others", seats.others)
            member("any", seats.any)
        case .registration(let window):
            member("opensAt", window.opensAt)
            member("closesAt", window.closesAt)
            member("othersCloseAt", window.othersCloseAt)
        case .window(let window):
            member("visibleFrom", window.visibleFrom)
            member("visibleUntil", window.visibleUntil)
        case .prices(let prices):
            member("own", prices.own)
            member("others", prices.others)
        case .plan(let plan): writeMembers(of: plan)
        case .rule(let rule): writeMembers(of: rule)
        case .period(let from, let to):
            member("startsOn", from)
            member("endsOn", to)
        default: break
        }
    }

    private mutating func writeMembers(of place: EventPlace) {
        member("attendance", place.attendance)
        member("venue", place.venue?.name)
        member("street", place.venue?.street)
        member("city", place.venue?.city)
        member("municipalityCode", place.venue?.municipalityCode)
        member("hasMeetingLink", place.hasLink)
    }

    private mutating func writeMembers(of rule: CallRule) {
        member("version", rule.version)
        switch rule.invite {
        case .all: member("invite", "all")
        case .atLeast(let least): member("invite", least)
        }
        member("noticeDays", rule.noticeDays)
        member("minimumSeatsForOthers", rule.minimumSeatsForOthers)
        member("maximumOwnShare", rule.maximumOwnShare)
        member("othersPayNoMore", rule.othersPayNoMore)
        member("calendarIsChannel", rule.calendarIsChannel)
        member("oneGrantPerEvent", rule.oneGrantPerEvent)
        member("daysToReply", rule.daysToReply)
        array("costsWithoutEvent", rule.costsWithoutEvent.map(\.rawValue))
    }
}

/// A library or a branch with the name that it had.
struct UnitJSON: JSONWritable {
    let unit: NamedUnit

    init(_ unit: NamedUnit) { self.unit = unit }

    func write(to json: inout JSONWriter) {
        json.object {
            switch unit.id {
            case .library(let id):
                $0.member("kind", "library")
                $0.member("id", id)
            case .branch(let id):
                $0.member("kind", "branch")
                $0.member("id", id)
            }
            $0.member("name", unit.name)
        }
    }
}
