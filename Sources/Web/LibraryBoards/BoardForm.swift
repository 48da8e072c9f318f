import Domain
import HTML

/// The forms of a board, for whoever may say something of it.
struct BoardForm {
    let request: WebRequest
    let person: Person
    let names: LibraryNames
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }
    private var libraries: [Choice] {
        names.all.filter { $0.validTo == nil }.map { Choice($0.id.description, $0.name) }
    }
    private var typed: TypedForm {
        TypedForm(
            refusal == nil ? [:] : request.typed, errors: refusal?.fieldErrors ?? [], phrases: phrases,
            label: phrases.boardField)
    }

    var founding: HTML {
        part(phrases.newLibraryBoard, to: Link.libraryBoards) {
            typed.line("name")
            typed.boxes("libraryIds", libraries)
            typed.day("from", hint: phrases.boardFromHint)
            typed.lines("reason", hint: phrases.changeReasonHint)
        }
    }

    func change(of board: LibraryBoard.ID) -> HTML {
        part(phrases.changeLibraryBoard, to: Link.libraryBoard(board)) {
            typed.radios(
                "act",
                [
                    Choice(BoardChange.Act.arrival.rawValue, phrases.boardArrival),
                    Choice(
                        BoardChange.Act.departure.rawValue, phrases.boardDeparture, hint: phrases.boardDepartureHint),
                ])
            typed.pick("libraryId", libraries, none: phrases.chooseLibrary)
            typed.day("from", hint: phrases.boardFromHint)
            typed.lines("reason", hint: phrases.changeReasonHint)
        }
    }

    @HTMLBuilder private func part(_ title: String, to path: String, @HTMLBuilder _ fields: () -> HTML) -> HTML {
        if LibraryBoard.deciders.contains(where: person.has) {
            section {
                h2(title)
                typed.summary
                if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
                form(action: "\(path)#error-summary", method: .post, .class("stacked")) {
                    request.formToken
                    fields()
                    div(.class("actions")) { button(phrases.saveLibraryBoard) }
                }
            }
        }
    }
}
