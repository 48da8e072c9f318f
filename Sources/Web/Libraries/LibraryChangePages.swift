import Domain
import HTML
import HTTPTypes
import Operations
import Store

extension Link {
    /// Where the region says that libraries close and merge.
    static let libraryChanges = "/library-changes"
}

extension Link.API {
    static let libraryChanges = "\(root)/library-changes"
}

extension Routes {
    /// That libraries close and merge, by page: what was said, and the form for whoever may say more.
    mutating func addLibraryChangePages(_ service: Service) {
        let readers = Access<Person>.anyRole(Role.allCases.filter { !$0.belongsToLibrary })
        get(Link.libraryChanges, access: readers) { request, person in
            try await page(request, person, service)
        }
        post(Link.libraryChanges, access: .anyRole(LibraryChange.deciders)) { request, person in
            try await attempt {
                let wish = try LibraryChangeForm.read(request.form())
                let once = request.sentOnce(by: person)
                if let successor = wish.successor {
                    _ = try await service.operations.mergeLibrary(
                        wish.library, into: successor, from: wish.from, because: wish.reason, by: person,
                        request: once)
                } else {
                    _ = try await service.operations.closeLibrary(
                        wish.library, from: wish.from, because: wish.reason, by: person, request: once)
                }
                return .redirect(to: Link.after(.saved, at: Link.libraryChanges))
            } orShow: { refusal in
                try await page(request, person, service, refusal: refusal)
            }
        }
    }
}

/// The form of a change: a library, the day, whose part it becomes if any, and why.
private enum LibraryChangeForm {
    struct Wish {
        let library: Library.ID
        let successor: Library.ID?
        let from: Day
        let reason: String
    }

    static func read(_ form: FormReader) throws -> Wish {
        let wish = Wish(
            library: form.requiredID("libraryId", Library.self), successor: form.id("successorId", Library.self),
            from: form.requiredDay("from"), reason: form.requiredText("reason"))
        try form.end()
        return wish
    }
}

private func page(
    _ request: WebRequest, _ person: Person, _ service: Service, refusal: Refusal? = nil
) async throws -> WebResponse {
    let window = try request.page
    let found = try await service.database.libraryChanges(limit: window.limit, offset: window.offset)
    let page = LibraryChangePage(
        request: request, changes: found.changes, total: found.total, window: window,
        names: try await service.database.libraryNames(), refusal: refusal,
        mayDecide: LibraryChange.deciders.contains(where: person.has))
    return .page(request.phrases.libraryChangesTitle, for: request, after: refusal) { page.html }
}

private struct LibraryChangePage {
    let request: WebRequest
    let changes: [RegisteredLibraryChange]
    let total: Int
    let window: PageWindow
    let names: LibraryNames
    let refusal: Refusal?
    let mayDecide: Bool

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.libraryChangesTitle)
        p(phrases.libraryChangesMean)
        if refusal == nil { confirmation(request) }
        if changes.isEmpty { p(phrases.noLibraryChanges) } else { list }
        paging(window, total: total, for: request)
        if mayDecide { changeForm }
    }

    private var list: HTML {
        listing(
            caption: phrases.libraryChangesTitle,
            [
                Column(phrases.libraryChangeField("libraryId")), Column(phrases.libraryChangeField("from")),
                Column(phrases.libraryChangeField("successorId")), Column(phrases.libraryChangeField("reason")),
                Column(phrases.brokenConditions, isNumber: true),
            ],
            changes.map { one in
                TableRow([
                    userText(one.libraryName), HTML(phrases.day(one.change.effectiveOn)),
                    one.successorName.map { userText($0) } ?? HTML(phrases.closes), userParagraphs(one.change.reason),
                    HTML("\(one.breaches)"),
                ])
            })
    }

    @HTMLBuilder private var changeForm: HTML {
        let typed = TypedForm(
            refusal == nil ? [:] : request.typed, errors: refusal?.fieldErrors ?? [], phrases: phrases,
            label: phrases.libraryChangeField)
        let choices = names.all.filter { $0.validTo == nil }.map { Choice($0.id.description, $0.name) }
        section {
            h2(phrases.newLibraryChange)
            typed.summary
            if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
            form(action: "\(Link.libraryChanges)#error-summary", method: .post, .class("stacked")) {
                request.formToken
                typed.pick("libraryId", choices, none: phrases.chooseLibrary)
                typed.pick("successorId", choices, none: phrases.closes, hint: phrases.successorHint)
                typed.day("from", hint: phrases.fromHint)
                typed.lines("reason", hint: phrases.changeReasonHint)
                div(.class("actions")) { button(phrases.saveLibraryChange) }
            }
        }
    }
}

extension Phrases {
    var libraryChangesTitle: String { say("Bibliotek som upphör", en: "Libraries that end") }
    fileprivate var libraryChangesMean: String {
        say(
            "Ett bibliotek upphör, eller blir en del av ett annat, från och med en dag. Roller, ärenden och inbjudningar följer med till det bibliotek som tar över. Bryts ett villkor för ett bidrag av det får biblioteket och regionen veta det genast.",
            en:
                "A library closes, or becomes a part of another, from a day on. Roles, cases and invitations follow to the library that takes over. If a condition of a grant is broken by it, the library and the region are told at once."
        )
    }
    fileprivate var noLibraryChanges: String { say("Inget bibliotek upphör.", en: "No library ends.") }
    fileprivate var newLibraryChange: String { say("Ett bibliotek upphör", en: "A library ends") }
    fileprivate var brokenConditions: String { say("Brutna villkor", en: "Broken conditions") }
    fileprivate var closes: String { say("Ingen, det läggs ned", en: "None, it closes") }
    fileprivate var chooseLibrary: String { say("Välj bibliotek", en: "Choose a library") }
    fileprivate var successorHint: String {
        say("Från dagen räknas de två som en organisation.", en: "From that day the two count as one organisation.")
    }
    fileprivate var fromHint: String {
        say("Den första dagen då biblioteket inte finns.", en: "The first day on which the library is no more.")
    }
    fileprivate var changeReasonHint: String {
        say("Den vars villkor bryts läser skälet.", en: "Whoever's condition is broken reads the reason.")
    }
    fileprivate var saveLibraryChange: String { say("Spara", en: "Save") }

    fileprivate func libraryChangeField(_ name: String) -> String {
        switch name {
        case "libraryId": say("Bibliotek", en: "Library")
        case "successorId": say("Tas över av", en: "Taken over by")
        case "from": say("Från och med", en: "From")
        case "validFrom": say("den dag då biblioteket började", en: "the day on which the library began")
        case "reason": say("Skäl", en: "Reason")
        default: name
        }
    }
}
