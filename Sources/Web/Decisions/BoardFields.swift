import Domain
import HTML

/// Who has decided: the one who types, by delegation, or a board whose decision they register.
struct BoardFields {
    let typed: TypedForm
    /// What the names begin with, where a page has them in two forms.
    var prefix = ""

    /// The fields of the minutes.
    static let names = ["board.body", "board.meetingOn", "board.paragraph", "board.minutes"]

    private var phrases: Phrases { typed.phrases }

    var html: HTML {
        let isOpen =
            typed["\(prefix)authority"] == Authority.board.rawValue || typed.hasFault(under: "\(prefix)board.")
            || typed.hasFault(in: "\(prefix)authority")
        return disclosure(phrases.decidedByBoard, isOpen: isOpen) {
            p(phrases.registeringMeans)
            typed.radios(
                "\(prefix)authority",
                [
                    Choice(Authority.delegation.rawValue, phrases.isDelegated),
                    Choice(Authority.board.rawValue, phrases.boardHasDecided),
                ])
            typed.line("\(prefix)board.body")
            typed.day("\(prefix)board.meetingOn")
            typed.line("\(prefix)board.paragraph")
            typed.line("\(prefix)board.minutes")
        }
    }

    private enum Authority: String, Choosable {
        case delegation, board
    }

    /// The minutes, if a board has decided. What is missing in them is told beside its field.
    static func read(_ form: FormReader, under prefix: String = "") -> BoardMinutes? {
        guard form.choice("\(prefix)authority", Authority.self) == .board else {
            for field in names { _ = form.text(prefix + field) }
            return nil
        }
        return BoardMinutes(
            body: form.requiredText("\(prefix)board.body"), meetingOn: form.requiredDay("\(prefix)board.meetingOn"),
            paragraph: form.requiredText("\(prefix)board.paragraph"),
            reference: form.requiredText("\(prefix)board.minutes"))
    }

    /// The same from a body of the API: `board`, absent or null where it is decided by delegation.
    static func read(_ json: ObjectReader) -> BoardMinutes? {
        guard !json.isNull("board"), let board = json.object("board") else { return nil }
        return BoardMinutes(
            body: board.requiredText("body"), meetingOn: board.requiredDay("meetingOn"),
            paragraph: board.requiredText("paragraph"), reference: board.requiredText("minutes"))
    }
}

extension JSONWriter {
    /// Where it stands what a board has decided.
    mutating func writeMembers(of minutes: BoardMinutes) {
        member("body", minutes.body)
        member("meetingOn", minutes.meetingOn)
        member("paragraph", minutes.paragraph)
        member("minutes", minutes.reference)
    }
}
