import Domain
import HTML

/// Where the script that keeps what is typed, until its form is accepted, finds its words; silent without it.
struct UnsentPart {
    let request: WebRequest
    /// The page's own address, whichever of its forms it comes back from.
    let page: String

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        if let person = request.person {
            div(
                .id("unsent"), .role(.status), .data("person", person.id.description), .data("page", page),
                .data("kept", phrases.unsentKept), .data("unsure", phrases.unsentUnsure),
                .data("gone", phrases.unsentGone), .data("discard", phrases.unsentDiscard)
            ) { HTML.empty }
        }
    }
}

extension Phrases {
    fileprivate var unsentKept: String {
        say("Det här har du skrivit men inte skickat.", en: "You have typed this and not sent it.")
    }
    fileprivate var unsentUnsure: String {
        say(
            "Det här skickade du, men inget svar kom. Se efter om det har kommit fram innan du skickar igen.",
            en: "You sent this, but no answer came. See whether it has arrived before you send it again.")
    }
    fileprivate var unsentGone: String {
        say(
            "Det här skrev du i ett formulär som inte längre finns på sidan. Det är inte skickat.",
            en: "You typed this in a form that the page no longer has. It is not sent.")
    }
    fileprivate var unsentDiscard: String { say("Ta bort det", en: "Remove it") }
}
