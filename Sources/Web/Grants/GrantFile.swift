import Crypto
import Domain
import Foundation
import Store

/// Everything of one grant, as its pages and its terms tell of it.
struct GrantFile: Sendable {
    let grant: Grant
    let application: GrantApplication
    let call: Call
    let events: [Event]
    let libraries: LibraryNames
    let decision: Decision
    /// What was asked to change, and the new dates that were offered, the oldest first.
    let changes: [ChangeRequest]
    let offers: [SuccessorOffer]
    let proposals: [SuccessorProposal]
    let names: [Person.ID: String]
    let now: Instant

    /// The grant, if `person` may see it.
    init(_ id: Grant.ID, for person: Person, _ service: Service) async throws {
        try await self.init(service.database.grant(id, readBy: person), service)
    }

    /// The same for whoever edits the event of a condition: one who leads it has something to say though the grant is
    /// another library's.
    static func hosted(
        _ condition: Condition.ID, of id: Grant.ID, for person: Person, _ service: Service
    ) async throws -> GrantFile {
        guard let grant = try await service.database.grants(for: .region, id: id).grants.first else {
            throw Refusal.missing
        }
        if grant.maySee(person) { return try await GrantFile(id, for: person, service) }
        let event = try await service.event(grant.condition(condition).eventID, readBy: person)
        guard event.mayBeEdited(by: person),
            try await service.database.firstUntoldDecision(in: grant.applicationID) == nil
        else { throw Refusal.missing }
        return try await GrantFile(grant, service)
    }

    private init(_ grant: Grant, _ service: Service) async throws {
        let (database, id) = (service.database, grant.id)
        self.grant = grant
        guard let application = try await database.grantApplication(grant.applicationID),
            let call = try await database.call(grant.callID),
            let decision = try await database.decision(ofGrant: id)
        else { throw Refusal.missing }
        self.application = application
        self.call = call
        self.decision = decision
        events = try await database.events(grant.conditions.map(\.eventID))
        libraries = try await database.libraryNames()
        changes = try await database.changeRequests(of: id)
        offers = try await database.successorOffers(of: id)
        proposals = try await database.successorProposals(of: id)
        names = try await database.names(of: grant.people)
        now = try await database.now()
    }

    /// What the library is called that got it.
    var library: String { libraries[grant.libraryID] }

    /// What its event is called.
    func title(of condition: Condition) -> String {
        events.first { $0.id == condition.eventID }?.details.title ?? "–"
    }

    /// Whether its event is called off: only that can come again on another day.
    func isCancelled(_ condition: Condition) -> Bool {
        events.first { $0.id == condition.eventID }?.isCancelled ?? false
    }

    /// The words on which it is given, in the reader's language: what a signatory reads and accepts.
    func terms(_ phrases: Phrases) -> TermsText { TermsText(phrases.words(of: self)) }
}

/// The words of a grant's terms, and what shows later which they were.
struct TermsText: Sendable {
    let text: String
    /// The SHA-256 of the text, in hexadecimal digits.
    let hash: String

    init(_ text: String) {
        self.text = text
        hash = SHA256.hash(data: Data(text.utf8)).hexadecimal
    }
}

extension Sequence where Element == UInt8 {
    /// Two digits a byte.
    var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Grant {
    /// Everybody who has done something with it.
    var people: [Person.ID] {
        let money = payments.flatMap { [$0.requestedBy, $0.attest?.by, $0.transfer?.by] }
        let settled = conditions.flatMap(\.settlements).map(\.settledBy)
        let claimed = claims.flatMap { [$0.demandedBy] + $0.entries.map(\.recordedBy) }
        return Array(Set(repliers + claimed + (money + settled + [acceptance?.acceptedBy]).compactMap(\.self)))
    }
}
