extension Scene {
    /// A kept row of `table` is made older than it is, past the trigger that keeps it: as superuser, since nobody can make
    /// time pass and nobody else may.
    package func age(_ table: String, _ statement: String) async throws {
        try await database.run(
            "ALTER TABLE \(table) DISABLE TRIGGER USER", statement, "ALTER TABLE \(table) ENABLE TRIGGER USER")
    }

    /// The time that hosts were given to answer to their breaches has passed.
    package func letTimeToAnswerPass() async throws {
        try await age("breaches", "UPDATE breaches SET reply_due_at = now() - interval '1 day'")
    }

    /// The last day of every claim was yesterday.
    package func letClaimsFallDue() async throws {
        try await age("claims", "UPDATE claims SET due_on = today() - 1")
    }
}
