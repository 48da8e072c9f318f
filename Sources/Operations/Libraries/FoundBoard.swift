package import Domain
package import Store

extension Operations {
    /// Libraries answer to one joint board from a day on: from then on none of them is another library to the others.
    package func foundBoard(
        _ name: String, of libraries: [Library.ID], from day: Day, because reason: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> LibraryBoard.ID {
        var errors = FieldErrors()
        errors.text(name, "name", limit: 200, required: true)
        errors.require(libraries.count >= 2, "libraryIds", .isTooSmall(least: 2))
        if LibraryBoard.deciders.contains(where: person.has) { try errors.check() }
        let board = LibraryBoard(name: name)
        let wish = BoardWish(
            board: nil, day: day, reason: reason, person: person, libraries: libraries, field: "libraryIds")
        return try await changeBoard(wish, request: request) { transaction, instant in
            let change = OrganisationChange(.board(board.id), because: reason, by: person.id)
            try await transaction.insert(board)
            try await transaction.join(board.id, libraries, from: day, by: change, at: instant)
            return change
        }
    }
}
