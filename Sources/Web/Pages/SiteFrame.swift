import Domain
package import HTML
import Operations
package import HTTPTypes
import NIOCore

extension WebResponse {
    /// A page of the site: `content` between the header with the ways around and the footer. It begins with its `h1`.
    package static func page(
        _ title: String, for request: WebRequest, status: HTTPResponse.Status = .ok, head: [HeadItem] = [],
        @HTMLBuilder content: () -> HTML
    ) -> WebResponse {
        let html = SiteFrame(request: request).around(title, head, content())
        var response = WebResponse(status, body: ByteBuffer(bytes: html.bytes))
        response.headers[.contentType] = "text/html; charset=utf-8"
        response.headers[.contentLanguage] = request.language.rawValue
        return response
    }
}

extension WebRequest {
    /// The hidden field without which no form of ours is taken: it stands first in every `form(…, method: .post)`.
    package var formToken: HTML {
        guard let session else { return .empty }
        return HTML {
            hidden(name: FormToken.field, value: FormToken.text(for: session))
            hidden(name: FormToken.onceField, value: Secret().text)
        }
    }
}

/// What stands around the matter of every page.
private struct SiteFrame {
    let request: WebRequest
    let phrases: Phrases

    init(request: WebRequest) {
        self.request = request
        phrases = request.phrases
    }

    func around(_ title: String, _ head: [HeadItem], _ content: HTML) -> HTML {
        let own: [HeadItem] = [.stylesheet(Assets.stylesheet.path), .icon(Link.icon)]
        return HTML.wholePage(
            lang: phrases.language.rawValue, title: "\(title) – Samlyft", skip: phrases.skipToContent,
            head: own + translations + head
        ) {
            top
            main { content }
            foot
        }
    }

    private var translations: [HeadItem] {
        Language.allCases.map { .translation($0.rawValue, at: address(in: $0)) }
    }

    private func address(in language: Language) -> String {
        "\(request.path)?\(request.query.with("language", language.rawValue))"
    }

    @HTMLBuilder private var top: HTML {
        header(.class("site-header")) {
            link("Samlyft", to: Link.home, .class("site-name"))
            nav(label: phrases.waysAround) { ul { for way in ways { li { item(way) } } } }
            div(.class("site-person")) {
                language
                identity
            }
        }
    }

    private func item(_ way: (text: String, path: String)) -> HTML {
        let isHere = request.path == way.path
        return isHere ? link(way.text, to: way.path, .aria(.current, "page")) : link(way.text, to: way.path)
    }

    private var ways: [(text: String, path: String)] {
        var ways = [(phrases.calendar, Link.calendar), (phrases.calls, Link.calls)]
        guard let person = request.person else { return ways }
        if person.roles.contains(where: { $0.role.belongsToLibrary }) {
            ways.append((phrases.workbench, Link.workbench))
        }
        if person.isOutsideReviewer { ways.append((phrases.assignmentsTitle, Link.assignments)) }
        if person.isOfRegionalDesk { ways.append((phrases.desk, Link.desk)) }
        if LibraryChange.deciders.contains(where: person.has) {
            ways.append((phrases.libraryChangesTitle, Link.libraryChanges))
        }
        if LibraryBoard.deciders.contains(where: person.has) {
            ways.append((phrases.libraryBoardsTitle, Link.libraryBoards))
        }
        return ways
    }

    private var language: HTML {
        let other: Language = phrases.language == .swedish ? .english : .swedish
        let name = other == .swedish ? "Svenska" : "English"
        return link(name, to: address(in: other), .lang(other.rawValue), .hreflang(other.rawValue), .rel("alternate"))
    }

    @HTMLBuilder private var identity: HTML {
        if let person = request.person {
            form(action: Link.logout, method: .post) {
                request.formToken
                userText(person.name)
                " "
                button(phrases.logOut, .class("quiet"))
            }
        } else {
            link(phrases.logIn, to: Link.login)
        }
    }

    @HTMLBuilder private var foot: HTML {
        footer(.class("site-footer")) {
            p(phrases.aboutRecords)
            nav(label: phrases.aboutTitle, .class("site-links")) {
                ul {
                    li { link(phrases.aboutTitle, to: Link.about) }
                    li { link(phrases.earlierAwards, to: Link.earlierAwards) }
                    li { link(phrases.noticeBoardTitle, to: Link.noticeBoard) }
                    li { link(phrases.accessibilityPage.title, to: Link.accessibility) }
                    li { link(phrases.privacyPage.title, to: Link.privacy) }
                    li { link(phrases.retentionTitle, to: Link.retention) }
                    li { link(phrases.cookiesPage.title, to: Link.cookies) }
                }
            }
        }
    }
}

extension HTML {
    /// The page around everything, under a name that no member of `WebResponse` hides.
    fileprivate static func wholePage(
        lang: String, title: String, skip: String, head: [HeadItem], @HTMLBuilder content: () -> HTML
    ) -> HTML {
        page(lang: lang, title: title, skip: skip, head: head, content: content)
    }
}

extension Phrases {
    fileprivate var skipToContent: String { say("Hoppa till innehåll", en: "Skip to content") }
    fileprivate var waysAround: String { say("Huvudmeny", en: "Main menu") }
    fileprivate var calendar: String { say("Kalender", en: "Calendar") }
    fileprivate var calls: String { say("Utlysningar", en: "Calls") }
    fileprivate var workbench: String { say("Arbetsbordet", en: "Workbench") }
    fileprivate var desk: String { say("Ärenden", en: "Cases") }
    fileprivate var logIn: String { say("Logga in", en: "Log in") }
    fileprivate var logOut: String { say("Logga ut", en: "Log out") }
    fileprivate var aboutRecords: String {
        say(
            "Det du skickar in kan bli en allmän handling.",
            en: "What you send in may become an official document that anybody can ask to read.")
    }
}
