package import Domain
package import Store

extension Operations {
    /// Libraries are to answer to one joint board from a day on: once a second person has confirmed it, none of them is
    /// another library to the others.
    package func foundBoard(
        _ name: String, of libraries: [Library.ID], from day: Day, because reason: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> LibraryBoard.ID {
        var errors = FieldErrors()
        errors.text(name, "name", limit: 200, required: true)
        errors.require(libraries.count >= 2, "libraryIds", .isTooSmall(least: 2))
        if LibraryBoard.deciders.contains(where: person.has) { try errors.check() }
        let board = LibraryBoard(name: name)
        return try await registerChange(
            BoardWish(
                board: board.id, act: .arrival, day: day, reason: reason, person: person, libraries: libraries,
                field: "libraryIds", founded: board),
            request: request)
    }
}
