package import Domain
package import Store

extension Operations {
    /// A library leaves a joint board on a day. That it was there stays told; one that leaves on the very day on which
    /// it came was named by mistake.
    package func leaveBoard(
        _ board: LibraryBoard.ID, _ library: Library.ID, from day: Day, because reason: String, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> LibraryBoard.ID {
        let wish = BoardWish(
            board: board, day: day, reason: reason, person: person, libraries: [library], field: "libraryId")
        return try await changeBoard(wish, request: request) { transaction, instant in
            guard let since = try await transaction.memberSince(library, on: board) else {
                throw Refusal.invalid("libraryId", .doesNotExist)
            }
            guard since <= day else { throw Refusal.invalid("from", .isNotAfter("validFrom")) }
            let change = OrganisationChange(.board(board), because: reason, by: person.id)
            try await transaction.leave(board, library, from: day, by: change, at: instant)
            return change
        }
    }
}
