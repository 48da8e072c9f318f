package import Domain
import Postgres
import Store

extension Querying {
    /// Who may act for the region in a case: the one answer to what is derived and what is declared. In a transaction
    /// this comes after the lock on the application.
    func impartiality(in application: GrantApplication, events: [Event]) async throws -> Impartiality {
        Impartiality(
            libraries: try await withPrincipals(application.parties(hosts: events.flatMap(\.details.hosts))),
            participants: try await participants(in: application.id),
            declared: try await declaredConflicts(in: application.id).open)
    }
}

extension Operations {
    /// Who may act for the region in a case, for a page that says so before anybody tries.
    package func impartiality(in application: GrantApplication, events: [Event]) async throws -> Impartiality {
        try await database.impartiality(in: application, events: events)
    }
}
