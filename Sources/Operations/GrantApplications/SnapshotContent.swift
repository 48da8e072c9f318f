import Crypto
import Domain
import Foundation

/// What was received, as one JSON text with sorted members, so that the same application always reads the same.
struct SnapshotContent {
    let text: String

    init(_ lock: LockedApplication, registryNumber: String, submittedBy person: Person) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let document = Document(lock, registryNumber: registryNumber, submittedBy: person)
        text = String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    /// SHA-256 of the text's UTF-8.
    var hash: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    private struct Document: Encodable {
        let registryNumber: String
        let receivedAt: String
        let submittedBy: String
        let call: String
        let callID: String
        let ruleVersion: Int
        let library: String
        let title: String
        let purpose: String
        let requestedAmount: String
        let budget: [Line]
        let events: [FundedEvent]

        init(_ lock: LockedApplication, registryNumber: String, submittedBy person: Person) {
            let request = lock.application.request
            self.registryNumber = registryNumber
            receivedAt = lock.instant.rfc3339
            submittedBy = person.name
            call = lock.call.details.title
            callID = lock.call.id.description
            ruleVersion = lock.call.rule.version
            library = lock.application.libraryID.description
            title = request.title
            purpose = request.purpose
            requestedAmount = request.requestedAmount.decimal
            budget = request.budget.map { Line(kind: $0.kind.rawValue, amount: $0.amount.decimal) }
            events = lock.events.map { event in
                FundedEvent(event, share: request.events.first { $0.eventID == event.id }?.amount ?? .zero)
            }
        }
    }

    private struct Line: Encodable {
        let kind: String
        let amount: String
    }

    private struct FundedEvent: Encodable {
        let id: String
        let version: Int
        let title: String
        let startsAt: String
        let endsAt: String
        let invitationScope: String
        let invitationState: String
        let costShare: String

        init(_ event: Event, share: Money) {
            id = event.id.description
            version = event.version
            title = event.details.title
            startsAt = event.details.startsAt.rfc3339
            endsAt = event.details.endsAt.rfc3339
            invitationScope = event.invitation.scope.rawValue
            invitationState = event.invitation.state.rawValue
            costShare = share.decimal
        }
    }
}
