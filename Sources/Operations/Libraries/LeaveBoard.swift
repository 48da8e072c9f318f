package import Domain
package import Store

extension Operations {
    /// A library is to leave a joint board on a day, once a second person has confirmed it. That it was there stays told;
    /// one that leaves on the very day on which it came was named by mistake.
    package func leaveBoard(
        _ board: LibraryBoard.ID, _ library: Library.ID, from day: Day, because reason: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> LibraryBoard.ID {
        try await registerChange(
            BoardWish(
                board: board, act: .departure, day: day, reason: reason, person: person, libraries: [library],
                field: "libraryId"),
            request: request)
    }
}
