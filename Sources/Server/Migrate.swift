import ArgumentParser
import Domain
import Operations
import Postgres
import SQL

/// Brings the database to the version that this program was built for.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bring the database forward.")

    func run() async throws {
        let settings = try await Settings.read()
        let applied = try await Migrator(migrations: SQL.migrations).migrate(settings.postgres)
        print(
            applied.isEmpty ? "The database is up to date." : "Applied \(applied.map(\.name).joined(separator: ", ")).")
        let host = try await withOperations { try await $0.decideCalendarHost(settings.calendarHost) }
        print("The calendar's events are known as …@\(host.name).")
        if host != settings.calendarHost {
            print("That was decided once for ever; \(settings.calendarHost.name) changes nothing.")
        }
    }
}

/// Fills a migrated database: with the region alone, or with people, calls, events and cases to try the service on.
struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fill a migrated database, each part once.")

    @Flag(inversion: .prefixedNo, help: "Also people, calls, events and cases to try the service on.")
    var demo = true

    func run() async throws {
        let settings = try await Settings.read()
        guard !demo || settings.environment == .development else {
            throw ValidationError("demo people are for development only; use --no-demo")
        }
        // The first seed is the region itself; every other one is there to be tried on.
        let seeds = demo ? SQL.seeds : Array(SQL.seeds.prefix(1))
        let migrator = Migrator(migrations: seeds, table: "seeds")
        let applied = try await migrator.migrate(settings.postgres)
        if demo {
            let letters = try await withOperations { try await $0.issueMissingLetters() }
            _ = try await withOperations { try await $0.keepMissingPapers() }
            if letters > 0 { print("Wrote \(letters) letters of decisions.") }
        }
        print(applied.isEmpty ? "All seeds are there." : "Seeded \(applied.map(\.name).joined(separator: ", ")).")
    }
}
