package import Domain
import Foundation
package import Postgres

extension CompletionDraft: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let content: JSONText = try row["content"]
        let kept = try JSONDecoder().decode([String: KeptPart].self, from: Data(content.text.utf8))
        var request = GrantRequest(title: "")
        for (name, part) in kept { try part.put(try word(name, "content"), in: &request) }
        let parts = GrantRequest.Part.allCases.filter { $0 != .partners && kept[$0.rawValue] != nil }
        self.init(parts: parts, of: request, partners: try kept["partners"]?.partners?.map { try $0.partner })
    }
}

/// One part of a completion as a draft keeps it, under the part's name: what the part consists of, and nothing else.
struct KeptPart: Codable {
    var text: String?
    var texts: [String: String]?
    var choices: [String]?
    var numbers: [Int?]?
    var shares: [Share]?
    var lines: [Line]?
    var answers: [String: [String]]?
    var partners: [Partner]?

    struct Share: Codable {
        let eventID: String
        let ore: Int
    }

    struct Line: Codable {
        let kind: String
        let ore: Int
    }

    struct Partner: Codable {
        let libraryID: String
        let role: String
        let contribution: String
        let confirmedBy: String?
        /// Microseconds.
        let confirmedAt: Int?
    }

    static func text(of draft: CompletionDraft) throws -> JSONText {
        var kept = Dictionary(uniqueKeysWithValues: draft.parts.map { ($0.rawValue, KeptPart($0, of: draft.request)) })
        if let partners = draft.partners {
            kept[GrantRequest.Part.partners.rawValue] = KeptPart(partners: partners.map(Partner.init))
        }
        return JSONText(String(decoding: try JSONEncoder().encode(kept), as: UTF8.self))
    }
}

extension KeptPart {
    fileprivate init(_ part: GrantRequest.Part, of request: GrantRequest) {
        let plan = request.plan
        switch part {
        case .title: text = request.title
        case .purpose: text = request.purpose
        case .track: text = request.trackID?.description
        case .areas: choices = plan.areas.map(\.rawValue)
        case .priorityGroups: choices = plan.priorityGroups.map(\.rawValue)
        case .ownWork: numbers = [plan.ownHours, plan.ownHourlyCost?.ore]
        case .otherFunding: numbers = [plan.otherFunding?.ore]
        case .requestedAmount: numbers = [request.requestedAmount.ore]
        case .events: shares = request.events.map { Share(eventID: $0.eventID.description, ore: $0.amount.ore) }
        case .budget: lines = request.budget.map { Line(kind: $0.kind.rawValue, ore: $0.amount.ore) }
        case .answers:
            answers = Dictionary(uniqueKeysWithValues: request.answers.map { ($0.key.description, $0.value) })
        default: break
        }
        if !part.texts.isEmpty {
            texts = Dictionary(uniqueKeysWithValues: part.texts.map { ($0.rawValue, plan[$0]) })
        }
    }

    fileprivate func put(_ part: GrantRequest.Part, in request: inout GrantRequest) throws {
        for (field, text) in texts ?? [:] { request.plan[try word(field, "content")] = text }
        switch part {
        case .title: request.title = text ?? ""
        case .purpose: request.purpose = text ?? ""
        case .track: request.trackID = text.flatMap { CallTrack.ID($0) }
        case .areas: request.plan.areas = try (choices ?? []).map { try word($0, "content") }
        case .priorityGroups: request.plan.priorityGroups = try (choices ?? []).map { try word($0, "content") }
        case .ownWork:
            request.plan.ownHours = number(0)
            request.plan.ownHourlyCost = number(1).map { Money(ore: $0) }
        case .otherFunding: request.plan.otherFunding = number(0).map { Money(ore: $0) }
        case .requestedAmount: request.requestedAmount = Money(ore: number(0) ?? 0)
        default: try putLists(in: &request)
        }
    }

    private func putLists(in request: inout GrantRequest) throws {
        if let shares {
            request.events = shares.compactMap { share in
                Event.ID(share.eventID).map { GrantRequest.CostShare(eventID: $0, amount: Money(ore: share.ore)) }
            }
        }
        if let lines {
            request.budget = try lines.map {
                GrantRequest.BudgetLine(kind: try word($0.kind, "content"), amount: Money(ore: $0.ore))
            }
        }
        for (id, values) in answers ?? [:] {
            if let id = Question.ID(id) { request.answers[id] = values }
        }
    }

    private func number(_ place: Int) -> Int? { numbers.flatMap { place < $0.count ? $0[place] : nil } }
}

extension KeptPart.Partner {
    fileprivate init(_ partner: ApplicationPartner) {
        libraryID = partner.libraryID.description
        role = partner.role.rawValue
        contribution = partner.contribution
        confirmedBy = partner.confirmation?.confirmedBy.description
        confirmedAt = partner.confirmation?.confirmedAt.microseconds
    }

    fileprivate var partner: ApplicationPartner {
        get throws {
            guard let library = Library.ID(libraryID) else { throw UnknownWord(column: "content", word: libraryID) }
            let confirmation = confirmedBy.flatMap { Person.ID($0) }.flatMap { by in
                confirmedAt.map {
                    ApplicationPartner.Confirmation(confirmedBy: by, confirmedAt: Instant(microseconds: $0))
                }
            }
            return ApplicationPartner(
                libraryID: library, role: try word(role, "content"), contribution: contribution,
                confirmation: confirmation)
        }
    }
}
