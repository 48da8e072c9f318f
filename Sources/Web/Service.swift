package import Domain
package import Operations
import Postgres
import Store

/// What the routes of every feature have at hand: reading goes to the database, changing to the operations.
package struct Service: Sendable {
    package let operations: Operations
    package let settings: WebSettings

    package init(operations: Operations, settings: WebSettings) {
        self.operations = operations
        self.settings = settings
    }

    /// To read from. Whoever changes anything goes through `operations`.
    var database: PostgresClient { operations.database }
}

extension Service {
    /// The event, if `person` may read it: what is public, their own drafts, and for the region the drafts that an
    /// application it has received counts on. Everything else looks missing.
    func event(_ id: Event.ID, readBy person: Person?) async throws -> Event {
        guard let event = try await database.event(id) else { throw Refusal.missing }
        if event.maySee(person), try await isShown(event, to: person) { return event }
        guard let person, person.isOfRegionalDesk, try await database.isInReceivedApplication(id) else {
            throw Refusal.missing
        }
        return event
    }

    /// Whether the window of its invitation shows the event to them. Its own people and the region's desk always see it.
    func isShown(_ event: Event, to person: Person?) async throws -> Bool {
        guard event.invitation.window != .always, event.publishedAt != nil else { return true }
        if let person, person.belongs(to: event.details.hosts) || person.isOfRegionalDesk { return true }
        return event.isShown(at: try await database.now())
    }
}

extension Event {
    /// An invitation that has not gone out is known to the event's own people and to the region alone.
    func tellsOfInvitation(to person: Person?) -> Bool {
        if invitation.state == .published { return true }
        return person.map { $0.belongs(to: details.hosts) || $0.isOfRegionalDesk } ?? false
    }
}

/// Sessions and tokens as the database keeps them.
package struct KnownIdentities: Identities {
    let service: Service

    package init(_ service: Service) {
        self.service = service
    }

    package func person(withSession hash: [UInt8]) async throws -> Person? {
        guard let person = try await service.database.person(withSessionHash: hash) else { return nil }
        try await service.database.touchSession(hash)
        return person
    }

    package func person(withToken hash: [UInt8]) async throws -> Person? {
        try await service.database.person(withTokenHash: hash)
    }
}

extension Service {
    /// Whether an error means that the database is away or overloaded, which passes: a 503 and not a fault of ours.
    package static func isOutage(_ error: any Error) -> Bool {
        guard let error = error as? PostgresError else { return false }
        switch error.kind {
        case .connectionLost, .outcomeUnknown, .unavailable, .saturated, .timedOut, .cancelled, .closed: return true
        // 57014 is statement_timeout; 53xxx is a server without memory, disk or connections.
        case .server: return error.isRetryable || error.sqlState == "57014" || error.sqlState?.hasPrefix("53") == true
        case .notSent: return false
        }
    }
}
