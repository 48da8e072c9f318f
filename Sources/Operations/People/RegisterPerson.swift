package import Domain
import Logging
import Postgres
import Store

/// How people are made and their roles changed. There is no actor: only whoever operates the service can do it.
extension Operations {
    /// Somebody new, with the roles that they begin with.
    package func registerPerson(_ new: NewPerson) async throws -> Person.ID {
        var errors = FieldErrors()
        new.validate(&errors)
        try errors.check()
        let id = Person.ID()
        try await change { transaction in
            try await transaction.checkLibraries([new.libraryID] + new.tenures.map(\.assignment.libraryID))
            guard try await transaction.lockPerson(withEmail: new.email) == nil else {
                throw Refusal.invalid("email", .isTwice)
            }
            try await transaction.insert(new, as: id)
        }
        logger.info("person registered", metadata: ["person": "\(id)"])
        return id
    }
}

extension Querying {
    /// Refuses libraries that do not exist.
    func checkLibraries(_ libraries: [Library.ID?]) async throws {
        guard try await unknownLibraries(libraries.compactMap(\.self)).isEmpty else {
            throw Refusal.invalid("library", .doesNotExist)
        }
    }
}
