/// A kind of element: `p { "text" }`, `p("text")`, `p("text", .class("lead"))`.
package struct Element: Sendable {
    let name: String

    /// The element with what `content` builds.
    package func callAsFunction(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
        .element(name, attributes, content())
    }

    /// The element with a text.
    package func callAsFunction(_ text: String, _ attributes: Attribute...) -> HTML {
        .element(name, attributes, text)
    }
}

/// What stands at the head of a page or section.
package let header = Element(name: "header")
/// What stands at the foot of a page or section.
package let footer = Element(name: "footer")
/// A part of a page with a heading.
package let section = Element(name: "section")
/// A whole of its own, as one event in a list.
package let article = Element(name: "article")
/// What stands beside the matter.
package let aside = Element(name: "aside")
/// A box for layout.
package let div = Element(name: "div")
/// A run of text for layout.
package let span = Element(name: "span")

/// The heading of the page.
package let h1 = Element(name: "h1")
/// The heading of a section.
package let h2 = Element(name: "h2")
/// The heading of a part of a section.
package let h3 = Element(name: "h3")
/// The lowest heading that we use.
package let h4 = Element(name: "h4")

/// A paragraph.
package let p = Element(name: "p")
/// A list without order.
package let ul = Element(name: "ul")
/// A list with order.
package let ol = Element(name: "ol")
/// An item of a list.
package let li = Element(name: "li")
/// A list of terms and what is said of them.
package let dl = Element(name: "dl")
/// A term.
package let dt = Element(name: "dt")
/// What is said of a term.
package let dd = Element(name: "dd")
/// What somebody else has said.
package let blockquote = Element(name: "blockquote")

/// Of weight.
package let strong = Element(name: "strong")
/// Stressed.
package let em = Element(name: "em")
/// Of less weight.
package let small = Element(name: "small")
/// Program text.
package let code = Element(name: "code")
/// Text with its line ends.
package let pre = Element(name: "pre")

/// The headings of a table's columns.
package let thead = Element(name: "thead")
/// The rows of a table.
package let tbody = Element(name: "tbody")
/// A row of a table.
package let tr = Element(name: "tr")
/// A cell of a table.
package let td = Element(name: "td")
