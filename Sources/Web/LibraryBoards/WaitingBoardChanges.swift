import Domain
import HTML
import Store

/// What was registered of a board and waits for a second person, with the button for whoever may be that.
struct WaitingBoardChanges {
    let request: WebRequest
    let person: Person
    let changes: [RegisteredBoardChange]

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        if !changes.isEmpty {
            section {
                h2(phrases.waitingBoardChanges)
                p(phrases.waitingBoardChangesMean)
                ul { for one in changes { li { item(one) } } }
            }
        }
    }

    /// Whoever registered it is told that another confirms it.
    @HTMLBuilder private func item(_ one: RegisteredBoardChange) -> HTML {
        p {
            strong { userText(one.libraryNames.joined(separator: ", ")) }
            " \(phrases.name(one.change.act)). \(phrases.boardField("from")): \(phrases.day(one.change.effectiveOn)). "
            "\(phrases.changeRegisteredBy) "
            userText(one.registrarName)
        }
        userParagraphs(one.change.reason)
        if one.change.registered.by == person.id {
            p(phrases.anotherConfirms)
        } else if LibraryBoard.confirmers.contains(where: person.has) {
            form(action: "\(Link.confirmation(on: one.change.boardID))#error-summary", method: .post) {
                request.formToken
                hidden(name: "changeId", value: one.change.id.description)
                button(phrases.confirmBoardChange)
            }
        }
    }
}

extension Phrases {
    var waitingBoardChanges: String { say("Väntar på en andra person", en: "Waiting for a second person") }
    var confirmBoardChange: String { say("Bekräfta ändringen", en: "Confirm the change") }
    var waitingBoardChangesMean: String {
        say(
            "Nämnden ändras först när någon annan än den som registrerade har bekräftat, senast den dag då det ska gälla.",
            en:
                "The board changes only once somebody else than the one who registered has confirmed it, on the day from which it is so at the latest."
        )
    }

    func name(_ act: BoardChange.Act) -> String {
        switch act {
        case .arrival: boardArrival
        case .departure: boardDeparture
        }
    }
}
