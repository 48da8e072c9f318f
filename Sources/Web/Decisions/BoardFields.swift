import Domain
import HTML

/// Who has decided: the one who types, by delegation, or a board whose decision they register.
struct BoardFields {
    let typed: TypedForm

    private var phrases: Phrases { typed.phrases }

    var html: HTML {
        let isOpen =
            typed["authority"] == Authority.board.rawValue || typed.hasFault(under: "board.")
            || typed.hasFault(in: "authority")
        return disclosure(phrases.decidedByBoard, isOpen: isOpen) {
            p(phrases.registeringMeans)
            typed.radios(
                "authority",
                [
                    Choice(Authority.delegation.rawValue, phrases.isDelegated),
                    Choice(Authority.board.rawValue, phrases.boardHasDecided),
                ])
            typed.line("board.body")
            typed.day("board.meetingOn")
            typed.line("board.paragraph")
            typed.line("board.minutes")
        }
    }

    private enum Authority: String, Choosable {
        case delegation, board
    }

    /// The minutes, if a board has decided. What is missing in them is told beside its field.
    static func read(_ form: FormReader) -> BoardMinutes? {
        guard form.choice("authority", Authority.self) == .board else {
            for field in ["board.body", "board.meetingOn", "board.paragraph", "board.minutes"] { _ = form.text(field) }
            return nil
        }
        return BoardMinutes(
            body: form.requiredText("board.body"), meetingOn: form.requiredDay("board.meetingOn"),
            paragraph: form.requiredText("board.paragraph"), reference: form.requiredText("board.minutes"))
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
