package import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Gives whoever has this address a role, for days on which they do not have it yet.
    package func giveRole(_ tenure: Tenure, toPersonWith email: String) async throws {
        var errors = FieldErrors()
        tenure.validate(&errors)
        try errors.check()
        let id = try await change { transaction in
            try await transaction.checkLibraries([tenure.assignment.libraryID])
            let held = try await transaction.lockActivePerson(withEmail: email)
            guard !held.tenures.contains(where: tenure.overlaps) else { throw Refusal.invalid("role", .isTwice) }
            try await transaction.insert(tenure, of: held.person.id)
            return held.person.id
        }
        logger.info("role given", metadata: ["person": "\(id)", "role": "\(tenure.role.rawValue)"])
    }
}

extension Transaction {
    /// Whoever has this address, locked; refused if nobody has it, or if they have left.
    func lockActivePerson(withEmail email: String) async throws -> RegisteredPerson {
        guard let held = try await lockPerson(withEmail: email) else { throw Refusal.invalid("email", .doesNotExist) }
        guard held.leftAt == nil else { throw Refusal.conflict(.wrongState) }
        return held
    }
}
