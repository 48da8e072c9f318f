import Domain
import HTML
import HTTPTypes
import Operations
import Store

extension Link {
    /// Where the region says which libraries share a board.
    static let libraryBoards = "/library-boards"

    static func libraryBoard(_ id: LibraryBoard.ID) -> String { "\(libraryBoards)/\(id)" }
    static func confirmation(on id: LibraryBoard.ID) -> String { "\(libraryBoards)/\(id)/confirmation" }
}

extension Routes {
    /// Joint library boards by page: which there are, who is on them, and the forms for whoever may say more.
    mutating func addLibraryBoardPages(_ service: Service) {
        let readers = Access<Person>.anyRole(Role.ofRegion)
        get(Link.libraryBoards, access: readers) { request, person in try await boards(request, person, service) }
        post(Link.libraryBoards, access: .anyRole(LibraryBoard.deciders)) { request, person in
            try await attempt {
                let form = try request.form()
                let (name, libraries) = (form.requiredText("name"), form.ids("libraryIds", Library.self))
                let (from, reason) = (form.requiredDay("from"), form.requiredText("reason"))
                try form.end()
                let made = try await service.operations.foundBoard(
                    name, of: libraries, from: from, because: reason, by: person, request: request.sentOnce(by: person))
                return .redirect(to: Link.after(.registerChanged, at: Link.libraryBoard(made)))
            } orShow: { refusal in
                try await boards(request, person, service, refusal: refusal)
            }
        }
        get("\(Link.libraryBoards)/:id", access: readers) { request, person in
            try await board(request, person, service)
        }
        post("\(Link.libraryBoards)/:id", access: .anyRole(LibraryBoard.deciders)) { request, person in
            try await attempt {
                try await change(request, person, service)
            } orShow: { refusal in
                try await board(request, person, service, refusal: refusal)
            }
        }
        addBoardConfirmation(service)
    }

    /// The second person's button; whoever comes there by an address that was kept gets the board.
    private mutating func addBoardConfirmation(_ service: Service) {
        let path = "\(Link.libraryBoards)/:id/confirmation"
        post(path, access: .anyRole(LibraryBoard.confirmers)) { request, person in
            try await attempt {
                let form = try request.form()
                let change = form.requiredID("changeId", BoardChange.self)
                try form.end()
                let made = try await service.operations.confirmBoardChange(
                    change, by: person, request: request.sentOnce(by: person))
                return .redirect(to: Link.after(.registerChanged, at: Link.libraryBoard(made)))
            } orShow: { refusal in
                try await board(request, person, service, refusal: refusal)
            }
        }
        get(path, access: .anyRole(Role.ofRegion)) { request, _ in
            .redirect(to: Link.libraryBoard(try request.id(LibraryBoard.self)))
        }
    }
}

private func change(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> WebResponse {
    let form = try request.form()
    let (act, library) = (
        form.requiredChoice("act", BoardChange.Act.arrival), form.requiredID("libraryId", Library.self)
    )
    let (from, reason) = (form.requiredDay("from"), form.requiredText("reason"))
    try form.end()
    let (id, once) = (try request.id(LibraryBoard.self), request.sentOnce(by: person))
    switch act {
    case .arrival:
        _ = try await service.operations.joinBoard(
            id, library, from: from, because: reason, by: person, request: once)
    case .departure:
        _ = try await service.operations.leaveBoard(
            id, library, from: from, because: reason, by: person, request: once)
    }
    return .redirect(to: Link.after(.registerChanged, at: Link.libraryBoard(id)))
}

private func boards(
    _ request: WebRequest, _ person: Person, _ service: Service, refusal: Refusal? = nil
) async throws -> WebResponse {
    let window = try request.page
    let found = try await service.database.libraryBoards(limit: window.limit, offset: window.offset)
    let form = BoardForm(
        request: request, person: person, names: try await service.database.libraryNames(), refusal: refusal)
    let phrases = request.phrases
    return .page(phrases.libraryBoardsTitle, for: request, after: refusal) {
        h1(phrases.libraryBoardsTitle)
        p(phrases.libraryBoardsMean)
        if refusal == nil { confirmation(request) }
        if found.boards.isEmpty { p(phrases.noLibraryBoards) } else { boardList(found.boards, phrases) }
        paging(window, total: found.total, for: request)
        form.founding
    }
}

private func boardList(_ boards: [RegisteredBoard], _ phrases: Phrases) -> HTML {
    listing(
        caption: phrases.libraryBoardsTitle,
        [
            Column(phrases.boardField("name")), Column(phrases.boardMembers),
            Column(phrases.conditionsItBroke, isNumber: true),
        ],
        boards.map { one in
            TableRow([
                link(to: Link.libraryBoard(one.board.id)) { userText(one.board.name) },
                ul {
                    for member in one.members where member.seat.validTo == nil { li { userText(member.libraryName) } }
                },
                HTML("\(one.breaches)"),
            ])
        })
}

private func board(
    _ request: WebRequest, _ person: Person, _ service: Service, refusal: Refusal? = nil
) async throws -> WebResponse {
    guard let found = try await service.database.libraryBoard(request.id(LibraryBoard.self)) else {
        throw Refusal.missing
    }
    let form = BoardForm(
        request: request, person: person, names: try await service.database.libraryNames(), refusal: refusal)
    let phrases = request.phrases
    return .page(found.board.name, for: request, after: refusal) {
        p { link(phrases.libraryBoardsTitle, to: Link.libraryBoards) }
        h1 { userText(found.board.name) }
        if refusal == nil { confirmation(request) }
        if let refusal, refusal.fieldErrors.isEmpty, !LibraryBoard.deciders.contains(where: person.has) {
            refusalNotice(refusal, phrases)
        }
        WaitingBoardChanges(request: request, person: person, changes: found.changes).html
        memberList(found.members, phrases)
        form.change(of: found.board.id)
    }
}

private func memberList(_ members: [RegisteredBoard.Member], _ phrases: Phrases) -> HTML {
    listing(
        caption: phrases.boardMembers,
        [
            Column(phrases.boardField("libraryId")), Column(phrases.boardField("from")),
            Column(phrases.boardField("reason")), Column(phrases.boardUntil), Column(phrases.boardLeavingReason),
        ],
        members.map { one in
            TableRow([
                userText(one.libraryName), HTML(phrases.day(one.seat.validFrom)), userParagraphs(one.reason),
                one.seat.validTo.map { HTML(phrases.day($0)) } ?? HTML(phrases.boardGoesOn),
                one.leaving.map { userParagraphs($0.reason) } ?? HTML.empty,
            ])
        })
}
