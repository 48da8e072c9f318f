import Domain
import Operations
import Postgres
import TestDatabase
import Testing

@Suite struct `Every constraint` {
    @Test func `is told as a refusal, or cannot be reached by a request`() async throws {
        try await withDatabase { database in
            let existing = try await Self.constraints(of: database)
            let told = Set(Refusal.ofConstraints.keys)
            let unreachable = UnreachableConstraints.all
            #expect(
                existing.subtracting(told).subtracting(unreachable) == [], "neither told nor known to be unreachable")
            #expect(told.subtracting(existing) == [], "PostgreSQL has no such constraint")
            #expect(unreachable.subtracting(existing) == [], "PostgreSQL has no such constraint")
            #expect(told.intersection(unreachable) == [], "told, although it cannot be reached")
        }
    }

    @Test func `is unreachable for one reason only`() {
        let names = UnreachableConstraints.reasons.flatMap(\.names)
        #expect(Set(names).count == names.count)
    }

    /// Constraints, unique indexes, and the names under which our triggers raise.
    private static func constraints(of database: TestDatabase) async throws -> Set<String> {
        Set(
            try await database.values(
                Query(
                    name: "ConstraintTests.constraints",
                    text: """
                        SELECT conname::text AS name FROM pg_constraint
                         WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
                           AND conrelid <> ALL (ARRAY['schema_migrations', 'seeds']::regclass[])
                        UNION
                        SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
                         WHERE indisunique AND relnamespace = 'public'::regnamespace
                           AND indrelid <> ALL (ARRAY['schema_migrations', 'seeds']::regclass[])
                        UNION
                        SELECT matched[1]
                          FROM pg_proc, regexp_matches(prosrc, 'CONSTRAINT = ''([a-z_]+)''', 'g') AS matched
                         WHERE pronamespace = 'public'::regnamespace
                        UNION
                        SELECT split_part(encode(tgargs, 'escape'), '\\000', 1) FROM pg_trigger
                         WHERE tgfoid = 'keep_row'::regproc
                        """), column: "name"))
    }
}
