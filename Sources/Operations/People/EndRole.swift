package import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Ends a role: `day` is the first on which it no longer holds. One that would only have begun is taken away.
    package func endRole(_ assignment: Person.Assignment, ofPersonWith email: String, on day: Day) async throws {
        let id = try await change { transaction in
            let held = try await transaction.lockActivePerson(withEmail: email)
            guard try await transaction.end(assignment, of: held.person.id, on: day) else {
                throw Refusal.invalid("role", .doesNotExist)
            }
            return held.person.id
        }
        logger.info("role ended", metadata: ["person": "\(id)", "role": "\(assignment.role.rawValue)"])
    }
}
