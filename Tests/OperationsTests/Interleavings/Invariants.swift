import Postgres

/// What must be so after every commit, asked of the rows alone and of nothing that a guard keeps.
enum Invariants {
    /// How often each is broken now; those that hold are not named.
    static func broken(_ database: some Querying) async throws -> [String: Int] {
        try await Look(database).broken
    }

    /// How many transactions of this database wait for a lock. Asked of the locks: `pg_stat_activity` tells of one who
    /// was given it as waiting until they run again.
    static func waitingForLocks(_ database: some Querying) async throws -> Int {
        try await database.value(
            Query(
                name: "Invariants.waiting",
                text: """
                    SELECT count(DISTINCT held.pid) AS waiting
                      FROM pg_locks AS held
                      JOIN pg_stat_activity AS activity ON activity.pid = held.pid
                     WHERE NOT held.granted AND activity.datname = current_database()
                    """), column: "waiting") ?? 0
    }
}
