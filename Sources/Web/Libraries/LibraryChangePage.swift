import Domain
import HTML
import Store

/// What was refused, and in which form of the page.
struct RefusedChange {
    let refusal: Refusal
    let form: Form

    enum Form { case registering, confirming, takingBack }
}

/// The libraries that end: those that somebody can still do something about, all that was said, and the form.
struct LibraryChangePage {
    let request: WebRequest
    let person: Person
    let changes: [RegisteredLibraryChange]
    let total: Int
    let window: PageWindow
    let open: [RegisteredLibraryChange]
    let names: LibraryNames
    let refused: RefusedChange?

    private var phrases: Phrases { request.phrases }
    private var mayDecide: Bool { LibraryChange.deciders.contains(where: person.has) }

    @HTMLBuilder var html: HTML {
        h1(phrases.libraryChangesTitle)
        p(phrases.libraryChangesMean)
        if let refused {
            if refused.refusal.fieldErrors.isEmpty { refusalNotice(refused.refusal, phrases) }
        } else {
            confirmation(request)
        }
        if mayDecide, !open.isEmpty { openOnes }
        if changes.isEmpty { p(phrases.noLibraryChanges) } else { list }
        paging(window, total: total, for: request)
        if mayDecide { changeForm }
    }

    private var list: HTML {
        listing(
            caption: phrases.allLibraryChanges,
            [
                Column(phrases.libraryChangeField("libraryId")), Column(phrases.libraryChangeField("from")),
                Column(phrases.libraryChangeField("successorId")), Column(phrases.libraryChangeField("reason")),
                Column(phrases.libraryChangeState), Column(phrases.conditionsItBroke, isNumber: true),
            ],
            changes.map { one in
                TableRow([
                    userText(one.libraryName), HTML(phrases.day(one.change.effectiveOn)),
                    one.successorName.map { userText($0) } ?? HTML(phrases.closes), reasons(of: one),
                    standing(of: one), HTML("\(one.breaches)"),
                ])
            })
    }

    @HTMLBuilder private func reasons(of one: RegisteredLibraryChange) -> HTML {
        userParagraphs(one.change.reason)
        if let ground = one.change.restsOn {
            p { strong(phrases.libraryChangeField("restsOn")) }
            userParagraphs(ground)
        }
        if let taken = one.change.takenBack {
            p { strong(phrases.changeTakenBackBecause) }
            userParagraphs(taken.reason)
        }
    }

    @HTMLBuilder private func standing(of one: RegisteredLibraryChange) -> HTML {
        p(phrases.name(one.change.state))
        p {
            "\(phrases.changeRegisteredBy) "
            userText(one.registrarName)
        }
        if let name = one.confirmerName {
            p {
                "\(phrases.changeConfirmedBy) "
                userText(name)
            }
        }
        if let name = one.takerName {
            p {
                "\(phrases.changeTakenBackBy) "
                userText(name)
            }
        }
    }

    private var openOnes: HTML {
        section {
            h2(phrases.openLibraryChanges)
            ul { for one in open { li { item(one) } } }
            takingBack
        }
    }

    /// Whoever registered it is told that another confirms it.
    @HTMLBuilder private func item(_ one: RegisteredLibraryChange) -> HTML {
        p { title(of: one) }
        if one.change.state == .confirmed {
            p(phrases.isConfirmedNotYetSo)
        } else if one.change.registered.by == person.id {
            p(phrases.anotherConfirms)
        } else {
            form(action: "\(Link.confirmation(of: one.change.id))#error-summary", method: .post) {
                request.formToken
                button(phrases.confirmLibraryChange)
            }
        }
    }

    @HTMLBuilder private func title(of one: RegisteredLibraryChange) -> HTML {
        strong { userText(one.libraryName) }
        " \(phrases.day(one.change.effectiveOn)). "
        if let name = one.successorName {
            "\(phrases.libraryChangeField("successorId")): "
            userText(name)
        } else {
            phrases.closesNow
        }
    }

    private var takingBack: HTML {
        let typed = typed(.takingBack)
        return disclosure(phrases.takeBackLibraryChange, isOpen: refused?.form == .takingBack) {
            typed.summary
            form(action: "\(Link.takingBack)#error-summary", method: .post, .class("stacked")) {
                request.formToken
                typed.pick(
                    "changeId",
                    open.map {
                        Choice($0.change.id.description, "\($0.libraryName), \(phrases.day($0.change.effectiveOn))")
                    })
                typed.lines("takenBackBecause", 3)
                button(phrases.takeBackNow)
            }
        }
    }

    private func typed(_ form: RefusedChange.Form) -> TypedForm {
        let isMine = refused?.form == form
        return TypedForm(
            isMine ? request.typed : [:], errors: isMine ? refused?.refusal.fieldErrors ?? [] : [],
            places: form == .takingBack ? ["reason": "takenBackBecause"] : [:], phrases: phrases,
            label: phrases.libraryChangeField)
    }

    @HTMLBuilder private var changeForm: HTML {
        let typed = typed(.registering)
        let choices = names.all.filter { $0.validTo == nil }.map { Choice($0.id.description, $0.name) }
        section {
            h2(phrases.newLibraryChange)
            typed.summary
            form(action: "\(Link.libraryChanges)#error-summary", method: .post, .class("stacked")) {
                request.formToken
                typed.pick("libraryId", choices, none: phrases.chooseLibrary)
                typed.pick("successorId", choices, none: phrases.closes, hint: phrases.successorHint)
                typed.day("from", hint: phrases.fromHint)
                typed.lines("reason", hint: phrases.changeReasonHint)
                typed.lines("restsOn", hint: phrases.restsOnHint)
                div(.class("actions")) { button(phrases.saveLibraryChange) }
            }
        }
    }
}
