import Domain
import Operations
import Store

/// What the region has done in a case besides deciding it, and what was said there: read at once, as `person` may read
/// it.
struct CaseHandling: Sendable {
    let completions: [CompletionRequest]
    let reviews: Reviews
    let conflicts: [DeclaredConflict]
    let messages: [CaseMessage]
    /// Who from outside was to review it, and who may.
    let assignments: [ReviewAssignment]
    let reviewers: [Person]
    let impartiality: Impartiality
    /// Whether the reader sees what the region keeps to itself.
    let showsNotes: Bool
    /// Those who act for the region, whom a case can be given to and a conflict be recorded for.
    let colleagues: [Person]
    let names: [Person.ID: String]
    /// In Stockholm.
    let today: Day

    /// Most messages that a page shows.
    private static let mostMessages = 500

    init(_ application: GrantApplication, events: [Event], for person: Person, service: Service) async throws {
        let database = service.database
        let id = application.id
        today = Stockholm.day(try await database.now())
        showsNotes = application.showsNotes(to: person, hosts: events.flatMap(\.details.hosts))
        completions = try await database.completionRequests(of: id)
        reviews = try await database.reviews(of: application)
        conflicts = showsNotes ? try await database.declaredConflicts(in: id) : []
        messages = try await database.messages(
            in: id, withNotes: showsNotes, limit: Self.mostMessages, offset: 0
        ).messages
        impartiality = try await service.operations.impartiality(in: application, events: events)
        assignments = showsNotes ? try await database.reviewAssignments(in: id) : []
        let people = showsNotes ? try await database.people() : []
        colleagues = people.filter(\.actsForRegion)
        reviewers = people.filter(\.isOutsideReviewer)
        names = try await database.names(
            of: Array(
                Set(
                    reviews.all.map(\.reviewedBy) + conflicts.flatMap(\.people) + completions.map(\.requestedBy)
                        + assignments.map(\.reviewerID))))
    }

    /// Everybody from outside to whom the application was given, once each.
    var outsiders: [Person.ID] { Set(assignments.map(\.reviewerID)).sorted() }

    /// What the region waits for, if it does.
    var openCompletion: CompletionRequest? { completions.first(where: \.isOpen) }
}
