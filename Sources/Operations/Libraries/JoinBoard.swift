package import Domain
package import Store

extension Operations {
    /// A library is to come to a joint board on a day, once a second person has confirmed it.
    package func joinBoard(
        _ board: LibraryBoard.ID, _ library: Library.ID, from day: Day, because reason: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> LibraryBoard.ID {
        try await registerChange(
            BoardWish(
                board: board, act: .arrival, day: day, reason: reason, person: person, libraries: [library],
                field: "libraryId"),
            request: request)
    }
}
