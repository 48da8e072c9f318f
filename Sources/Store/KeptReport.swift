import Domain
import Foundation
import Postgres

/// A report as its JSON keeps it. Drafts have no facts.
struct KeptReport: Codable {
    let events: [KeptOutcome]
    let outcome: [KeptLine]
    let total: Int?
    let ownContribution: Int?
    let otherFunding: Int?
    let learnings: String
    let materialLink: String
    let supportWasTold: Bool

    struct KeptLine: Codable {
        let kind: String
        let ore: Int
    }

    struct KeptOutcome: Codable {
        let event: String
        let carriedOut: Bool?
        let deviations: String
        let guests: [KeptGuests]
        let refused: Int?
        let facts: KeptFacts?
    }

    struct KeptGuests: Codable {
        let library: String
        let registered: Int?
        let attended: Int?
    }

    struct KeptFacts: Codable {
        let title: String
        let startsAt: Int
        let endsAt: Int
        let attendance: String
        let place: String
        let costShare: Int
        let invited: [String]
        let publishedAt: Int?
        let loggedAt: Int?
    }
}

extension KeptReport {
    init(_ report: Report, facts: [Report.EventFacts] = []) {
        let known = Dictionary(uniqueKeysWithValues: facts.map { ($0.eventID, KeptFacts($0)) })
        events = report.events.map { KeptOutcome($0, facts: known[$0.eventID]) }
        outcome = report.outcome.map { KeptLine(kind: $0.kind.rawValue, ore: $0.amount.ore) }
        total = report.total?.ore
        ownContribution = report.ownContribution?.ore
        otherFunding = report.otherFunding?.ore
        learnings = report.learnings
        materialLink = report.materialLink
        supportWasTold = report.supportWasTold
    }

    /// Its text: the same for the same report.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    static func read(_ text: String) throws -> KeptReport {
        try JSONDecoder().decode(KeptReport.self, from: Data(text.utf8))
    }

    var report: Report {
        get throws {
            Report(
                events: try events.map { try $0.outcome },
                outcome: try outcome.map {
                    Report.Line(kind: try word($0.kind, "outcome"), amount: Money(ore: $0.ore))
                },
                total: total.map(Money.init), ownContribution: ownContribution.map(Money.init),
                otherFunding: otherFunding.map(Money.init), learnings: learnings, materialLink: materialLink,
                supportWasTold: supportWasTold)
        }
    }

    var facts: [Report.EventFacts] {
        get throws { try events.compactMap { event in try event.facts?.facts(of: try identity(event.event)) } }
    }
}

extension KeptReport.KeptOutcome {
    fileprivate init(_ told: Report.EventOutcome, facts: KeptReport.KeptFacts?) {
        event = told.eventID.description
        carriedOut = told.carriedOut
        deviations = told.deviations
        guests = told.guests.map {
            KeptReport.KeptGuests(
                library: $0.libraryID.description, registered: $0.registered, attended: $0.attended)
        }
        refused = told.refused
        self.facts = facts
    }

    fileprivate var outcome: Report.EventOutcome {
        get throws {
            Report.EventOutcome(
                eventID: try identity(event), carriedOut: carriedOut, deviations: deviations,
                guests: try guests.map {
                    Report.Guests(
                        libraryID: try identity($0.library), registered: $0.registered, attended: $0.attended)
                },
                refused: refused)
        }
    }
}

extension KeptReport.KeptFacts {
    fileprivate init(_ facts: Report.EventFacts) {
        title = facts.title
        startsAt = facts.startsAt.microseconds
        endsAt = facts.endsAt.microseconds
        attendance = facts.attendance.rawValue
        place = facts.place
        costShare = facts.costShare.ore
        invited = facts.invited.map(\.description)
        publishedAt = facts.publishedAt?.microseconds
        loggedAt = facts.loggedAt?.microseconds
    }

    fileprivate func facts(of event: Event.ID) throws -> Report.EventFacts {
        Report.EventFacts(
            eventID: event, title: title, startsAt: Instant(microseconds: startsAt),
            endsAt: Instant(microseconds: endsAt), attendance: try word(attendance, "attendance"), place: place,
            costShare: Money(ore: costShare), invited: try invited.map { try identity($0) },
            publishedAt: publishedAt.map { Instant(microseconds: $0) },
            loggedAt: loggedAt.map { Instant(microseconds: $0) })
    }
}

private func identity<Subject>(_ text: String) throws -> Identifier<Subject> {
    guard let id = Identifier<Subject>(text) else { throw UnreadableReport(text: text) }
    return id
}

/// A kept report names something that is no identity.
struct UnreadableReport: Error {
    let text: String
}
