/// A whole page. `skip` is the text of the link by which a keyboard gets past the header to `main`.
package func page(
    lang: String, title: String, skip: String, head: [HeadItem] = [], @HTMLBuilder content: () -> HTML
) -> HTML {
    let head = HTML {
        HTML.void("meta", [Attribute("charset", "utf-8")])
        meta("viewport", "width=device-width, initial-scale=1")
        HTML.element("title", [], title)
        for item in head { item.html }
    }
    let body = HTML {
        link(skip, to: "#main", .class("skip-link"))
        content()
    }
    var page = HTML(bytes: [])
    page.bytes.reserveCapacity(head.bytes.count + body.bytes.count + 100)
    page.append(markup: "<!DOCTYPE html>\n")
    page.bytes +=
        HTML.element(
            "html", [.lang(lang)],
            HTML {
                HTML.element("head", [], head)
                HTML.element("body", [], body)
            }
        ).bytes
    return page
}

/// What a page says of itself and what it loads. Style and script come from files of our own only.
package struct HeadItem: Sendable {
    let html: HTML

    /// A style sheet of our own.
    package static func stylesheet(_ path: String) -> HeadItem { linking("stylesheet", Address(ownPath: path)) }
    /// A script of our own, run when the page has been read.
    package static func script(_ path: String) -> HeadItem {
        guard let path = Address(ownPath: path) else { return HeadItem(html: .empty) }
        return HeadItem(html: .element("script", [Attribute("src", path.text), Attribute("defer", nil)], .empty))
    }
    /// The sign of the site.
    package static func icon(_ path: String) -> HeadItem { linking("icon", Address(ownPath: path)) }
    /// The address under which the page wants to be known.
    package static func canonical(_ address: String) -> HeadItem { linking("canonical", Address(address)) }
    /// The same page in another language.
    package static func translation(_ lang: String, at address: String) -> HeadItem {
        linking("alternate", Address(address), .hreflang(lang))
    }
    /// The same matter as a calendar or other feed.
    package static func feed(_ title: String, type: String, at address: String) -> HeadItem {
        linking("alternate", Address(address), Attribute("type", type), Attribute("title", title))
    }
    /// What search engines show.
    package static func description(_ text: String) -> HeadItem { HeadItem(html: meta("description", text)) }
    /// Not for search engines.
    package static var noIndex: HeadItem { HeadItem(html: meta("robots", "noindex")) }

    private static func linking(_ relation: String, _ address: Address?, _ attributes: Attribute...) -> HeadItem {
        guard let address else { return HeadItem(html: .empty) }
        return HeadItem(html: .void("link", [.rel(relation), Attribute("href", address.text)] + attributes))
    }
}

private func meta(_ name: String, _ content: String) -> HTML {
    .void("meta", [Attribute("name", name), Attribute("content", content)])
}
