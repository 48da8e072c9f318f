package import Domain
import Operations
import Store

extension Scene {
    /// A library ends, or becomes a part of another: today where nothing is said. One registers it, another confirms it.
    @discardableResult package func end(
        _ id: Library.ID, into successor: Library.ID? = nil, from day: Day? = nil,
        because reason: String = "Läggs ned.",
        restingOn ground: String? = nil
    ) async throws -> LibraryChange.ID {
        let day = day ?? Stockholm.day(now)
        let change =
            if let successor {
                try await operations.mergeLibrary(
                    id, into: successor, from: day, because: reason, restingOn: ground, by: amira)
            } else {
                try await operations.closeLibrary(id, from: day, because: reason, restingOn: ground, by: amira)
            }
        return try await operations.confirmLibraryChange(change, by: elias)
    }

    /// A second person of the region confirms what was registered of a board.
    package func confirmChanges(of board: LibraryBoard.ID) async throws {
        for waiting in try await database.openBoardChanges(of: [board]) {
            _ = try await operations.confirmBoardChange(waiting.change.id, by: amira)
        }
    }
}
