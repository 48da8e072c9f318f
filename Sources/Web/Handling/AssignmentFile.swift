import Domain
import Operations
import Store

/// What a reviewer from outside sees of an application that they were given: before they have said that they are
/// impartial, whose it is; then what was received with its files, the criteria, their own review, and once they have
/// given it, those of others. Nothing of messages, notes, the rule, or where the case stands.
struct AssignmentFile: Sendable {
    let assignment: ReviewAssignment
    let application: GrantApplication
    let call: Call
    /// The applicant, those who apply with it and the hosts of its events.
    let parties: [Library.ID]
    let reviews: Reviews
    /// nil before the reviewer has said that they are impartial.
    let snapshot: ApplicationSnapshot?
    let files: [Attachment]
    let names: [Person.ID: String]
    let libraries: LibraryNames

    /// The assignment in the path; one that is not the reader's own, or has ended, looks missing.
    init(_ request: WebRequest, _ person: Person, _ service: Service) async throws {
        let database = service.database
        guard let found = try await database.reviewAssignment(try request.id(ReviewAssignment.self)),
            found.reviewerID == person.id, found.isOpen, person.isOutsideReviewer,
            let application = try await database.grantApplication(found.applicationID),
            let call = try await database.call(of: application)
        else { throw Refusal.missing }
        assignment = found
        // Where it stands as whoever is not of the region may know it.
        self.application = application.told(to: person)
        self.call = call
        let events = try await database.events(application.request.events.map(\.eventID))
        parties = application.parties(hosts: events.flatMap(\.details.hosts))
        reviews = try await database.reviews(of: application)
        snapshot = found.letsRead ? try await database.snapshots(of: application.id).last : nil
        files = found.letsRead ? try await database.attachments(of: application.id) : []
        names = try await database.names(of: reviews.all.map(\.reviewedBy))
        libraries = try await database.libraryNames()
    }

    /// The reviews that the reviewer may read.
    func read(by person: Person) -> [Review] {
        assignment.letsRead ? reviews.read(by: person, of: application) : []
    }

    func isReviewed(by person: Person) -> Bool { reviews.has(by: person.id) }
}
