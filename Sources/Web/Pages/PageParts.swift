import Domain
import HTML

/// A box that says how something went or stands. Its kinds are `info`, `good`, `warning` and `bad`.
func notice(_ title: String, kind: StaticString = "info", @HTMLBuilder content: () -> HTML) -> HTML {
    div(.class("notice notice-\(kind)"), .role(.status)) {
        h2(title)
        content()
    }
}

/// Why something was not done. It stands where the address of every form leads when it comes back (`#error-summary`).
func refusalNotice(_ refusal: Refusal, _ phrases: Phrases) -> HTML {
    let problem = Problem(refusal)
    return div(.class("error-summary"), .id("error-summary"), .role(.alert), .tabIndex(-1)) {
        h2(phrases.title(problem))
        p(phrases.detail(problem))
    }
}

/// A term and what is said of it, if anything is.
@HTMLBuilder func fact(_ term: String, _ text: String?) -> HTML {
    if let text, !text.isEmpty {
        dt(term)
        dd(text)
    }
}

/// A term and what is said of it in markup.
@HTMLBuilder func fact(_ term: String, @HTMLBuilder content: () -> HTML) -> HTML {
    dt(term)
    dd { content() }
}

/// What is done rarely, behind its name; open where something in it has to be mended.
func disclosure(_ summary: String, isOpen: Bool, @HTMLBuilder content: () -> HTML) -> HTML {
    isOpen
        ? details(summary: summary, .class("more"), .open) { content() }
        : details(summary: summary, .class("more")) { content() }
}

/// The ways to the other parts of a list.
@HTMLBuilder func paging(_ window: PageWindow, total: Int, for request: WebRequest) -> HTML {
    let last = max(1, (total + window.limit - 1) / window.limit)
    let phrases = request.phrases
    if last > 1 {
        nav(label: phrases.pages, .class("paging")) {
            if window.page > 1 {
                link(phrases.previousPage, to: "?\(request.query.with("page", "\(window.page - 1)"))", .rel("prev"))
            }
            span(phrases.page(window.page, of: last))
            if window.page < last {
                link(phrases.nextPage, to: "?\(request.query.with("page", "\(window.page + 1)"))", .rel("next"))
            }
        }
    }
}

/// A button that is a form of its own: pressing it does one thing.
func commandButton(
    _ text: String, to path: String, _ fields: [String: String] = [:], for request: WebRequest,
    @HTMLBuilder more: () -> HTML = { .empty }
) -> HTML {
    form(action: "\(path)#error-summary", method: .post, .class("command")) {
        request.formToken
        for field in fields.sorted(by: { $0.key < $1.key }) { hidden(name: field.key, value: field.value) }
        more()
        button(text)
    }
}
