package import Domain
package import Postgres

/// A change as the register shows it.
package struct RegisteredLibraryChange: Sendable, PostgresRowDecodable {
    package let change: LibraryChange
    package let libraryName: String
    package let successorName: String?
    package let registrarName: String
    package let confirmerName: String?
    package let takerName: String?
    package let appliedAt: Instant?
    /// How many conditions of funded events it has broken.
    package let breaches: Int

    package init(_ row: Row) throws {
        change = try LibraryChange(row: row)
        libraryName = try row["library_name"]
        successorName = try row["successor_name"]
        registrarName = try row["registrar_name"]
        confirmerName = try row["confirmer_name"]
        takerName = try row["taker_name"]
        appliedAt = try row["applied_at"]
        breaches = try row["breaches"]
    }
}

extension LibraryChange {
    fileprivate init(row: Row) throws {
        let takenBack = try Step(row["taken_back_by"], row["taken_back_at"])
        let reason: String? = try row["taken_back_because"]
        try self.init(
            id: row["id"], libraryID: row["library_id"], successorID: row["successor_id"],
            effectiveOn: row["effective_on"], reason: row["reason"], restsOn: row["rests_on"],
            registered: Step(by: row["registered_by"], at: row["registered_at"]),
            confirmed: Step(row["confirmed_by"], row["confirmed_at"]),
            takenBack: takenBack.map { TakingBack($0, because: reason ?? "") })
    }
}

extension LibraryChange.Step {
    init?(_ person: Person.ID?, _ instant: Instant?) {
        guard let person, let instant else { return nil }
        self.init(by: person, at: instant)
    }
}
