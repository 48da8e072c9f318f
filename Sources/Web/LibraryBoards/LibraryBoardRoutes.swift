import Domain
import HTTPTypes
import Operations
import Store

extension Link.API {
    static let libraryBoards = "\(root)/library-boards"
}

extension Routes {
    /// The joint library boards of the region: who is on them, an administrator who says so, and a second person who
    /// confirms it.
    mutating func addLibraryBoards(_ service: Service) {
        let readers = Access<Person>.anyRole(Role.ofRegion)
        get(Link.API.libraryBoards, access: readers) { request, _ in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let found = try await service.database.libraryBoards(limit: window.limit, offset: window.offset)
            return .list(found.boards, window, total: found.total, for: request) { $0.write($1) }
        }
        get("\(Link.API.libraryBoards)/:id", access: readers) { request, _ in
            guard let board = try await service.database.libraryBoard(request.id(LibraryBoard.self)) else {
                throw Refusal.missing
            }
            return .json { $0.write(board) }
        }
        post(Link.API.libraryBoards, access: .anyRole(LibraryBoard.deciders)) { request, person in
            let json = try request.json()
            let (name, libraries) = (json.requiredText("name"), json.ids("libraryIds", Library.self) ?? [])
            let (from, reason) = (json.requiredDay("from"), json.requiredText("reason"))
            try json.end()
            let made = try await service.operations.foundBoard(
                name, of: libraries, from: from, because: reason, by: person, request: request.repeatable(by: person))
            return try await answer(made, service)
        }
        addBoardMembers(service)
    }

    private mutating func addBoardMembers(_ service: Service) {
        post("\(Link.API.libraryBoards)/:id/arrivals", access: .anyRole(LibraryBoard.deciders)) { request, person in
            let (library, from, reason) = try member(request)
            let made = try await service.operations.joinBoard(
                request.id(LibraryBoard.self), library, from: from, because: reason, by: person,
                request: request.repeatable(by: person))
            return try await answer(made, service)
        }
        post("\(Link.API.libraryBoards)/:id/departures", access: .anyRole(LibraryBoard.deciders)) { request, person in
            let (library, from, reason) = try member(request)
            let made = try await service.operations.leaveBoard(
                request.id(LibraryBoard.self), library, from: from, because: reason, by: person,
                request: request.repeatable(by: person))
            return try await answer(made, service)
        }
        post(
            "\(Link.API.root)/library-board-changes/:id/confirmation", access: .anyRole(LibraryBoard.confirmers)
        ) { request, person in
            try request.command().end()
            let made = try await service.operations.confirmBoardChange(
                request.id(BoardChange.self), by: person, request: request.repeatable(by: person))
            guard let board = try await service.database.libraryBoard(made) else { throw Refusal.missing }
            return .json { $0.write(board) }
        }
    }
}

private func member(_ request: WebRequest) throws -> (Library.ID, Day, String) {
    let json = try request.json()
    let library = json.requiredID("libraryId", Library.self)
    let (from, reason) = (json.requiredDay("from"), json.requiredText("reason"))
    try json.end()
    return (library, from, reason)
}

private func answer(_ id: LibraryBoard.ID, _ service: Service) async throws -> WebResponse {
    guard let board = try await service.database.libraryBoard(id) else { throw Refusal.missing }
    return .json(.created, location: "\(Link.API.libraryBoards)/\(id)") { $0.write(board) }
}

extension JSONWriter {
    fileprivate mutating func write(_ registered: RegisteredBoard) {
        object {
            $0.member("id", registered.board.id)
            $0.member("name", registered.board.name)
            $0.member("breaches", registered.breaches)
            $0.array("members", registered.members) { $0.write($1) }
            $0.array("waiting", registered.changes) { $0.write($1) }
        }
    }

    private mutating func write(_ waiting: RegisteredBoardChange) {
        object {
            $0.member("id", waiting.change.id)
            $0.member("act", waiting.change.act)
            $0.array("libraryIds", waiting.change.libraries)
            $0.member("from", waiting.change.effectiveOn)
            $0.member("reason", waiting.change.reason)
            $0.member("registeredBy", actor: waiting.registrarName)
            $0.member("registeredAt", waiting.change.registered.at)
        }
    }

    private mutating func write(_ member: RegisteredBoard.Member) {
        object {
            $0.object("library") {
                $0.member("id", member.seat.libraryID)
                $0.member("name", member.libraryName)
            }
            $0.member("from", member.seat.validFrom)
            $0.member("reason", member.reason)
            $0.member("decidedBy", actor: member.deciderName)
            $0.member("decidedAt", member.decidedAt)
            $0.member("until", member.seat.validTo)
            $0.member("leavingReason", member.leaving?.reason)
            $0.member("leavingDecidedBy", actor: member.leaving?.deciderName)
            $0.member("leavingDecidedAt", member.leaving?.decidedAt)
        }
    }
}

extension BoardChange.Act: JSONWritable {}
