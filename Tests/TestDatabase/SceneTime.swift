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

    /// Every event was read of two months ago, its registration closed an hour ago, and its call lets it be now.
    package func letRegistrationPass() async throws {
        let passed = """
            registration_closes_at = now() - interval '1 hour', published_at = published_at - interval '60 days',
            invitation_published_at = invitation_published_at - interval '60 days'
            """
        let columns = ["registration_closes_at", "published_at", "invitation_published_at"]
        let facts = columns.map { "'\($0)', event.\($0)" }.joined(separator: ", ")
        try await age("events", "UPDATE events SET \(passed)")
        try await age(
            "event_versions",
            """
            UPDATE event_versions
               SET recorded_at = recorded_at - interval '60 days', facts = facts || jsonb_build_object(\(facts))
              FROM events AS event WHERE event.id = event_id
            """)
        try await age(
            "invitation_publications",
            """
            UPDATE invitation_publications SET content_hash = invitation_hash(event)
              FROM events AS event WHERE event.id = event_id
            """)
        try await database.run("UPDATE calls SET project_starts_on = project_starts_on - 70")
    }

    /// The last day of every claim was yesterday.
    package func letClaimsFallDue() async throws {
        try await age("claims", "UPDATE claims SET due_on = today() - 1")
    }
}
