import Domain
import HTML
import HTTPTypes
import Operations
import Store

extension Link {
    /// Where the region says that libraries close and merge.
    static let libraryChanges = "/library-changes"

    static func confirmation(of id: LibraryChange.ID) -> String { "\(libraryChanges)/\(id)/confirmation" }
    static let takingBack = "\(libraryChanges)/taking-back"
}

extension Link.API {
    static let libraryChanges = "\(root)/library-changes"
}

extension Routes {
    /// That libraries close and merge, by page: what was said, and the forms for whoever may say more.
    mutating func addLibraryChangePages(_ service: Service) {
        let readers = Access<Person>.anyRole(Role.ofRegion)
        let deciders = Access<Person>.anyRole(LibraryChange.deciders)
        get(Link.libraryChanges, access: readers) { request, person in
            try await page(request, person, service)
        }
        post(Link.libraryChanges, access: deciders) { request, person in
            try await change(request, person, service) {
                try await register(LibraryChangeForm.read(request.form()), by: person, request, service)
            }
        }
        post("\(Link.libraryChanges)/:id/confirmation", access: deciders) { request, person in
            let id = try request.id(LibraryChange.self)
            return try await change(request, person, service, in: .confirming) {
                try request.form().end()
                _ = try await service.operations.confirmLibraryChange(
                    id, by: person, request: request.sentOnce(by: person))
            }
        }
        post(Link.takingBack, access: deciders) { request, person in
            try await change(request, person, service, in: .takingBack) {
                let form = try request.form()
                let (id, reason) = (
                    form.requiredID("changeId", LibraryChange.self), form.requiredText("takenBackBecause")
                )
                try form.end()
                _ = try await service.operations.takeBackLibraryChange(
                    id, because: reason, by: person, request: request.sentOnce(by: person))
            }
        }
        // Whoever comes here by an address that was kept gets the list.
        for path in ["\(Link.libraryChanges)/:id/confirmation", Link.takingBack] {
            get(path, access: readers) { _, _ in .redirect(to: Link.libraryChanges) }
        }
    }
}

private func register(
    _ wish: LibraryChangeForm.Wish, by person: Person, _ request: WebRequest, _ service: Service
) async throws {
    let once = request.sentOnce(by: person)
    if let successor = wish.successor {
        _ = try await service.operations.mergeLibrary(
            wish.library, into: successor, from: wish.from, because: wish.reason, restingOn: wish.restsOn, by: person,
            request: once)
    } else {
        _ = try await service.operations.closeLibrary(
            wish.library, from: wish.from, because: wish.reason, restingOn: wish.restsOn, by: person, request: once)
    }
}

private func change(
    _ request: WebRequest, _ person: Person, _ service: Service, in form: RefusedChange.Form = .registering,
    _ work: () async throws -> Void
) async throws -> WebResponse {
    try await attempt {
        try await work()
        return .redirect(to: Link.after(.registerChanged, at: Link.libraryChanges))
    } orShow: { refusal in
        try await page(request, person, service, refusal: RefusedChange(refusal: refusal, form: form))
    }
}

/// The form of a change: a library, the day, whose part it becomes if any, why, and what a past day rests on.
private enum LibraryChangeForm {
    struct Wish {
        let library: Library.ID
        let successor: Library.ID?
        let from: Day
        let reason: String
        let restsOn: String?
    }

    static func read(_ form: FormReader) throws -> Wish {
        let wish = Wish(
            library: form.requiredID("libraryId", Library.self), successor: form.id("successorId", Library.self),
            from: form.requiredDay("from"), reason: form.requiredText("reason"), restsOn: form.text("restsOn"))
        try form.end()
        return wish
    }
}

private func page(
    _ request: WebRequest, _ person: Person, _ service: Service, refusal: RefusedChange? = nil
) async throws -> WebResponse {
    let window = try request.page
    let found = try await service.database.libraryChanges(limit: window.limit, offset: window.offset)
    let page = LibraryChangePage(
        request: request, person: person, changes: found.changes, total: found.total, window: window,
        open: try await service.database.openLibraryChanges(limit: 50),
        names: try await service.database.libraryNames(), refused: refusal)
    return .page(request.phrases.libraryChangesTitle, for: request, after: refusal?.refusal) { page.html }
}
