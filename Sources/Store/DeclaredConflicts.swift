package import Domain
package import Postgres
import SQL

extension Querying {
    /// Every conflict of interest that was declared in a case, the first first.
    package func declaredConflicts(in id: GrantApplication.ID) async throws -> [DeclaredConflict] {
        try await all(SQL.Conflicts.ofApplication(applicationID: id))
    }
}

extension Transaction {
    /// Keeps a declaration in the case of a locked application.
    package func insert(_ conflict: DeclaredConflict, in id: GrantApplication.ID) async throws {
        try await execute(
            SQL.Conflicts.insert(
                id: conflict.id, applicationID: id, personID: conflict.personID, ground: conflict.ground.rawValue,
                explanation: conflict.explanation, declaredBy: conflict.declaredBy, declaredAt: conflict.declaredAt))
    }

    /// Lifts a declaration that stands.
    package func lift(_ id: DeclaredConflict.ID, _ lifting: DeclaredConflict.Lifting) async throws {
        try await execute(
            SQL.Conflicts.lift(
                liftedBy: lifting.liftedBy, liftedAt: lifting.liftedAt, liftingReason: lifting.reason, id: id))
    }
}

extension DeclaredConflict: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], personID: row["person_id"], ground: word(row["ground"], "ground"),
            explanation: row["explanation"], declaredBy: row["declared_by"], declaredAt: row["declared_at"],
            lifting: Lifting(row: row))
    }
}

extension DeclaredConflict.Lifting {
    fileprivate init?(row: Row) throws {
        guard let liftedBy: Person.ID = try row["lifted_by"] else { return nil }
        try self.init(liftedBy: liftedBy, liftedAt: row["lifted_at"], reason: row["lifting_reason"])
    }
}
