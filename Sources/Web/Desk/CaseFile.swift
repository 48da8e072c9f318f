import Domain
import Foundation
import Operations
import Postgres
import Store

/// Everything that the region knows of one case, read at once.
struct CaseFile: Sendable {
    let application: GrantApplication
    let call: Call
    let events: [Event]
    let libraries: LibraryNames
    let log: [CaseEvent]
    let received: ReceivedApplication?
    let recommendation: Recommendation?
    let decision: Decision?
    let grant: Grant?
    let then: [StoredEvaluation]
    /// What the rule says now; nil once the case has ended without a grant.
    let now: Evaluation?
    let participants: Set<Person.ID>
    let names: [Person.ID: String]
    let breaches: [OpenBreach]

    init(_ application: GrantApplication, call: Call, service: Service) async throws {
        let database = service.database
        let id = application.id
        self.application = application
        self.call = call
        events = try await database.events(application.request.events.map(\.eventID))
        libraries = try await database.libraryNames()
        log = try await database.caseEvents(of: id).sinceReceipt
        received = try await database.snapshots(of: id).last.map(ReceivedApplication.init)
        recommendation = try await database.recommendation(on: id)
        decision = try await database.decision(on: id)
        grant = try await database.grants(for: .region, application: id).grants.first
        then = try await database.evaluations(of: id)
        let isOver = application.status.isFinal && !application.status.isApproved
        now = isOver ? nil : try await service.operations.evaluateApplication(application).ofCase(application.status)
        participants = try await database.participants(in: id)
        breaches = try await database.openBreaches(limit: 500).filter { $0.applicationID == id }
        names = try await database.names(
            of: [application.caseOfficerID, recommendation?.recommendedBy, decision?.decidedBy].compactMap { $0 })
    }

    /// Why `person` may not act for the region in this case, if so.
    func conflict(of person: Person) -> Refusal.Reason? {
        let hosts = [application.libraryID] + events.flatMap(\.details.hosts)
        do {
            try Impartiality(libraries: hosts, participants: participants).check(person)
            return nil
        } catch {
            return .conflictOfInterest
        }
    }

    /// Whether `person` may not decide since they have recommended.
    func wantsOtherEyes(than person: Person) -> Bool { recommendation?.recommendedBy == person.id }

    /// What the fields of a recommendation or decision say before anybody types.
    var proposal: [String: [String]] {
        guard let recommendation, application.status == .readyForDecision else {
            return ["outcome": ["approve"], "amount": [application.request.requestedAmount.typed]]
        }
        switch recommendation.outcome {
        case .approve(let amount): return ["outcome": ["approve"], "amount": [amount.typed]]
        case .reject: return ["outcome": ["reject"]]
        }
    }
}

extension Evaluation {
    /// That an event has begun and its registration closed is asked before a decision, and is no fault of a grant.
    fileprivate func ofCase(_ status: GrantApplication.Status) -> Evaluation {
        guard status.isApproved else { return self }
        let passing: [Finding.Reason] = [.eventHasBegun, .registrationHasClosed]
        return Evaluation(
            evaluatedAt: evaluatedAt, ruleVersion: ruleVersion,
            findings: findings.filter { !passing.contains($0.reason) })
    }
}

/// An application as it was received: what its snapshot says, as far as it is to be compared.
struct ReceivedApplication: Sendable {
    let takenAt: Instant
    let contents: Contents?

    /// The members that a snapshot has.
    struct Contents: Sendable, Decodable {
        let title: String
        let purpose: String
        let requestedAmount: Sum
        let budget: [Line]
        let events: [FundedEvent]
    }

    struct Line: Sendable, Decodable {
        let kind: String
        let amount: Sum
    }

    struct FundedEvent: Sendable, Decodable {
        let id: String
        let version: Int
        let title: String
        let costShare: Sum
        let startsAt: String
        let endsAt: String
        let invitationScope: String
        let invitationState: String

        var eventID: Event.ID? { Event.ID(id) }
    }

    /// An amount as kronor with two digits.
    struct Sum: Sendable, Decodable {
        let money: Money?

        init(from decoder: any Decoder) throws {
            money = Money(decimal: try decoder.singleValueContainer().decode(String.self))
        }
    }

    init(_ snapshot: ApplicationSnapshot) {
        takenAt = snapshot.takenAt
        do {
            contents = try JSONDecoder().decode(Contents.self, from: Data(snapshot.content.utf8))
        } catch {
            // A snapshot of another form is shown as it stands; it is never changed to suit this page.
            contents = nil
        }
    }
}
