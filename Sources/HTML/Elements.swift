/// A way around the site; `label` tells it from the other ways in the page.
package func nav(label: String, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("nav", [.aria(.label, label)] + attributes, content())
}

/// The matter of the page, where the skip link leads.
package func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("main", [.id("main"), .tabIndex(-1)] + attributes, content())
}

/// A link. An address that no page may lead to leaves its text and no link.
package func link(to address: String, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    guard let address = Address(address) else { return .element("span", [], content()) }
    return .element("a", [Attribute("href", address.text)] + attributes, content())
}

/// A link with a text.
package func link(_ text: String, to address: String, _ attributes: Attribute...) -> HTML {
    guard let address = Address(address) else { return .element("span", [], text) }
    return .element("a", [Attribute("href", address.text)] + attributes, text)
}

/// An image of our own; `alternative` says what it shows, and is empty where it only adorns.
package func image(_ path: String, alternative: String, _ attributes: Attribute...) -> HTML {
    guard let path = Address(ownPath: path) else { return HTML(alternative) }
    return .void("img", [Attribute("src", path.text), Attribute("alt", alternative)] + attributes)
}

/// A table; the caption says what it shows.
package func table(caption: String, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element(
        "table", attributes,
        HTML {
            HTML.element("caption", [], caption)
            content()
        })
}

/// What a heading of a table heads.
package enum Scope: String, Sendable {
    case column = "col"
    case row
    case columns = "colgroup"
    case rows = "rowgroup"
}

/// A heading in a table.
package func th(scope: Scope, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("th", [Attribute("scope", scope.rawValue)] + attributes, content())
}

/// A heading in a table, with a text.
package func th(_ text: String, scope: Scope = .column, _ attributes: Attribute...) -> HTML {
    .element("th", [Attribute("scope", scope.rawValue)] + attributes, text)
}

/// A time for people, and for machines: `2026-05-01`, `2026-05-01T09:00+02:00`.
package func time(_ text: String, datetime: String, _ attributes: Attribute...) -> HTML {
    .element("time", [Attribute("datetime", datetime)] + attributes, text)
}

/// What can be unfolded.
package func details(summary: String, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element(
        "details", attributes,
        HTML {
            HTML.element("summary", [], summary)
            content()
        })
}

/// A short form and what it stands for.
package func abbr(_ text: String, meaning: String) -> HTML {
    .element("abbr", [Attribute("title", meaning)], text)
}

/// How things stand, in a word; never told by colour alone. Style sheets know it as `badge badge-<kind>`.
package func badge(_ text: String, kind: StaticString = "neutral") -> HTML {
    .element("span", [.class("badge badge-\(kind)")], text)
}

/// How far something has come.
package func progress(label: String, value: Int, of whole: Int) -> HTML {
    let attributes = [Attribute.aria(.label, label), Attribute("value", "\(value)"), .max("\(whole)")]
    return .element("progress", attributes, "\(value)/\(whole)")
}

/// How much of something there is.
package func meter(label: String, value: Int, of whole: Int) -> HTML {
    let attributes = [Attribute.aria(.label, label), .min("0"), .max("\(whole)"), Attribute("value", "\(value)")]
    return .element("meter", attributes, "\(value)/\(whole)")
}

/// A line end inside a text.
package func br() -> HTML { .void("br", []) }

/// A change of matter.
package func hr() -> HTML { .void("hr", []) }
