import Crypto
import Domain
import Foundation
import HTML
import HTTPTypes
import NIOCore
import Store

/// Gives back what was typed in a form that could not be taken, since its sender had been logged out, the case had
/// moved on or the database was away: nothing that somebody has typed is lost.
struct SendAgain {
    let request: WebRequest
    let typed: FormFields
    let isLoggedOut: Bool

    private var phrases: Phrases { request.phrases }

    var html: HTML {
        section {
            h2(phrases.whatYouTyped)
            p(isLoggedOut ? phrases.logInAndSendAgain : phrases.nothingIsLost)
            if isLoggedOut { p { link(phrases.logInBeside, to: Link.login, .inNewWindow) } }
            form(action: request.path, method: .post) {
                request.formToken
                for field in fields { hidden(name: field.name, value: field.value) }
                button(phrases.sendAgain)
            }
            details(summary: phrases.showWhatYouTyped, .open) {
                dl(.class("facts")) {
                    for field in told { fact(label(field.name)) { shown(field) } }
                }
            }
        }
    }

    /// What a person has written or chosen: no identities and versions, which say nothing to them.
    private var told: [(name: String, value: String)] {
        fields.filter { !$0.value.isEmpty && $0.name != "version" && Identifier<Person>($0.value) == nil }
    }

    /// What was typed, or what was chosen by the words in which it was offered.
    private func shown(_ field: (name: String, value: String)) -> HTML {
        guard let words = phrases.chosen(field.value, in: field.name) else { return userParagraphs(field.value) }
        return HTML(words)
    }

    /// What a field is called on the page that it was sent from.
    private func label(_ name: String) -> String {
        switch request.path.split(separator: "/").first {
        case "events": phrases.eventField(name)
        case "applications": phrases.applicationField(name)
        case "calls": phrases.callField(name)
        default: phrases.caseField(name)
        }
    }

    private var fields: [(name: String, value: String)] {
        typed.all.filter { $0.name != FormToken.field && $0.name != FormToken.onceField }
    }
}

extension Phrases {
    fileprivate var whatYouTyped: String { say("Det du skrev finns kvar", en: "What you typed is still here") }
    fileprivate var nothingIsLost: String {
        say("Du kan skicka det igen härifrån.", en: "You can send it again from here.")
    }
    fileprivate var logInAndSendAgain: String {
        say(
            "Logga in i ett nytt fönster. Kom sedan tillbaka hit och skicka igen.",
            en: "Log in in a new window. Then come back here and send again.")
    }
    fileprivate var logInBeside: String { say("Logga in i ett nytt fönster", en: "Log in in a new window") }
    fileprivate var sendAgain: String { say("Skicka igen", en: "Send again") }
    fileprivate var showWhatYouTyped: String { say("Visa det du skrev", en: "Show what you typed") }
}

extension WebRequest {
    /// The form as a request that does nothing twice, however often its button is pressed.
    func sentOnce(by person: Person) -> RepeatableRequest? {
        guard let key = fields?.values(FormToken.onceField).first, (1...255).contains(key.utf8.count) else {
            return nil
        }
        return RepeatableRequest(
            personID: person.id, route: "\(method.rawValue) \(path)", key: key,
            hash: Array(SHA256.hash(data: Data(body.readableBytesView))))
    }
}
