package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// Orders a case as one file for the archive. It is made outside of any request; what was made before is made anew.
    package func orderArchive(
        of id: GrantApplication.ID, by person: Person, request: RepeatableRequest? = nil
    ) async throws -> CaseArchive.ID {
        let ordered = try await once(request) { transaction in
            let application = try await transaction.archivable(id, by: person)
            let archive = try await transaction.orderArchive(
                of: application.id, by: person.id, at: try await transaction.now())
            try await transaction.noteArchive(.ordered, of: id, by: person.id)
            return archive
        }
        logger.info("archive ordered", metadata: ["application": "\(id)"])
        return ordered
    }

    /// What there is of a case for the archive, for whoever may order it; nil where nobody has.
    package func archive(of id: GrantApplication.ID, seenBy person: Person) async throws -> CaseArchive? {
        let application = try await database.archivable(id, by: person)
        return try await database.archive(of: application.id)
    }

    /// The file of a case, once it is made. Who takes it is noted.
    package func fetchArchive(
        of id: GrantApplication.ID, by person: Person
    ) async throws -> (made: CaseArchive.Made, bytes: [UInt8]) {
        try await change { transaction in
            _ = try await transaction.archivable(id, by: person)
            guard let archive = try await transaction.archive(of: id), let made = archive.made else {
                throw Refusal.conflict(.archiveIsNotMade)
            }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(made.size)
            while let piece = try await transaction.piece(bytes.count >> 20, of: archive.id) {
                bytes += piece
                if bytes.count >= made.size { break }
            }
            // It was ordered anew between two looks.
            guard bytes.sha256 == made.hash else { throw Refusal.conflict(.archiveIsNotMade) }
            try await transaction.noteArchive(.fetched, of: id, by: person.id, hash: made.hash)
            return (made, bytes)
        }
    }
}

extension Querying {
    /// A received case that `person` may take out of the service: nobody who has a conflict of interest in it, and
    /// nobody at all while its outcome is kept back, since what has left the service keeps nothing back.
    fileprivate func archivable(_ id: GrantApplication.ID, by person: Person) async throws -> GrantApplication {
        guard let application = try await grantApplication(id), application.maySee(person) else {
            throw Refusal.missing
        }
        guard person.mayArchive else { throw Refusal.notAllowed(.roleIsMissing) }
        guard application.receipt != nil else { throw Refusal.missing }
        let events = try await events(application.request.events.map(\.eventID))
        try await impartiality(in: application, events: events).check(person)
        guard application.untold == nil else { throw Refusal.conflict(.outcomeIsNotTold) }
        return application
    }
}
