package import Domain
package import Store

extension Operations {
    /// A library comes to a joint board on a day.
    package func joinBoard(
        _ board: LibraryBoard.ID, _ library: Library.ID, from day: Day, because reason: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> LibraryBoard.ID {
        let wish = BoardWish(
            board: board, day: day, reason: reason, person: person, libraries: [library], field: "libraryId")
        return try await changeBoard(wish, request: request) { transaction, instant in
            guard try await transaction.memberSince(library, on: board) == nil else {
                throw Refusal.conflict(.libraryIsOnBoard)
            }
            let change = OrganisationChange(.board(board), because: reason, by: person.id)
            try await transaction.join(board, [library], from: day, by: change, at: instant)
            return change
        }
    }
}
