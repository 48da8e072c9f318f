package import Domain
package import Operations
package import Postgres
import Store

/// The people of the demo region, and what they have done so far, told as a test needs it.
package struct Scene: Sendable {
    package let database: TestDatabase
    /// The clock of the database when the scene began.
    package let now: Instant

    /// Begins a scene in a database.
    package init(_ database: TestDatabase) async throws {
        self.database = database
        now = try await database.now()
        karin = try database.person("karin@klippan.example")
        ulf = try database.person("ulf@klippan.example")
        lena = try database.person("lena@lund.example")
        sven = try database.person("sven@lund.example")
        pontus = try database.person("pontus@perstorp.example")
        amira = try database.person("amira@region.example")
        elias = try database.person("elias@region.example")
        dag = try database.person("dag@region.example")
        disa = try database.person("disa@region.example")
        finn = try database.person("finn@region.example")
        alva = try database.person("admin@region.example")
        rut = try database.person("rut@granskare.example")
    }

    package var operations: Operations { database.operations }
    package var client: PostgresClient { database.client }

    /// Edits events and writes applications in Klippan.
    package let karin: Person
    /// Leads Klippan's library: signs, edits and writes.
    package let ulf: Person
    /// Edits events and writes applications in Lund.
    package let lena: Person
    /// Signs for Lund.
    package let sven: Person
    /// Does everything in Perstorp.
    package let pontus: Person
    /// Handles cases.
    package let amira: Person
    /// Handles cases too.
    package let elias: Person
    /// Decides.
    package let dag: Person
    /// Decides, and works in Eslöv.
    package let disa: Person
    /// Pays.
    package let finn: Person
    /// Administers the service.
    package let alva: Person
    /// Comes from outside, to review.
    package let rut: Person

    /// The library where a person works.
    package func library(of person: Person) throws -> Library.ID {
        guard let library = person.libraryID else { throw WorksAtNoLibrary(email: person.email) }
        return library
    }

    /// The 33 public libraries of the region.
    package func regionalLibraries() async throws -> [Library.ID] {
        try await database.regionFacts().members.map(\.libraryID)
    }

    /// The event as it is now.
    package func event(_ id: Event.ID) async throws -> Event {
        guard let event = try await database.event(id) else { throw Refusal.missing }
        return event
    }

    /// The application as it is now.
    package func application(_ id: GrantApplication.ID) async throws -> GrantApplication {
        guard let application = try await database.grantApplication(id) else { throw Refusal.missing }
        return application
    }

    /// The grant of an application, if it has one.
    package func grant(of id: GrantApplication.ID) async throws -> Grant? {
        try await database.grants(for: .region, application: id).grants.first
    }

    /// The call as it is now.
    package func call(_ id: Call.ID) async throws -> Call {
        guard let call = try await database.call(id) else { throw Refusal.missing }
        return call
    }
}

/// A person of the region was asked for their library.
struct WorksAtNoLibrary: Error {
    let email: String
}

/// Gives `body` a scene in a database of its own.
package func withScene<Value: Sendable>(
    _ content: TestContent = .people, transactionConnections: Int = 4, _ body: (Scene) async throws -> Value
) async throws -> Value {
    try await withDatabase(content, transactionConnections: transactionConnections) { database in
        try await body(Scene(database))
    }
}

/// Gives `body` a scene in a copy of what was prepared.
package func withScene<Prepared: Sendable, Value: Sendable>(
    _ preparation: DatabaseToCopy<Prepared>, transactionConnections: Int = 4,
    _ body: (Scene, Prepared) async throws -> Value
) async throws -> Value {
    try await withDatabase(preparation, transactionConnections: transactionConnections) { database, prepared in
        try await body(Scene(database), prepared)
    }
}
