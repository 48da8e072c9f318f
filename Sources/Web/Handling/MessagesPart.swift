import Domain
import HTML

/// What was said in a case, and where to say more. The region also writes notes to itself here.
struct MessagesPart {
    let request: WebRequest
    let messages: [CaseMessage]
    let typed: TypedForm
    let path: String
    /// nil: the reader may not write.
    let side: CaseMessage.Side?

    private var phrases: Phrases { request.phrases }

    var html: HTML {
        section(.id("messages")) {
            h2(phrases.messagesHeading)
            if messages.isEmpty { p(phrases.noMessages) }
            ol(.class("log")) { for message in messages { li { item(message) } } }
            if let side { writing(as: side) }
        }
    }

    @HTMLBuilder private func item(_ message: CaseMessage) -> HTML {
        time(phrases.moment(message.sentAt), datetime: message.sentAt.machineText)
        ": "
        userText(message.senderName)
        ", \(phrases.name(message.side))"
        if message.visibility == .region { " "; badge(phrases.internalNote, kind: "warning") }
        div(.class("detail")) { userParagraphs(message.text) }
    }

    private func writing(as side: CaseMessage.Side) -> HTML {
        disclosure(phrases.writeMessage, isOpen: typed.hasFault(in: "text", "visibility")) {
            form(action: "\(path)#error-summary", method: .post, .class("stacked")) {
                request.formToken
                if side == .region {
                    typed.radios(
                        "visibility",
                        [
                            Choice(CaseMessage.Visibility.parties.rawValue, phrases.toTheApplicant),
                            Choice(CaseMessage.Visibility.region.rawValue, phrases.toTheRegionAlone),
                        ])
                }
                typed.lines("text", 4, hint: phrases.publicRecord)
                button(phrases.sendMessage)
            }
        }
    }
}
