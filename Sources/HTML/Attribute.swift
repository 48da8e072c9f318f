/// An attribute of an element. Only those here can be made: there is no `style`, and no `on…`.
package struct Attribute: Sendable {
    let name: String
    let value: String?

    init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    /// The names by which style sheets know it, parted by spaces.
    package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    /// The name that is unique in its page.
    package static func id(_ name: String) -> Attribute { Attribute("id", name) }
    /// The language of the content: `sv`, `en`, `ar`.
    package static func lang(_ tag: String) -> Attribute { Attribute("lang", tag) }
    /// The direction of the text.
    package static func dir(_ direction: Direction) -> Attribute { Attribute("dir", direction.rawValue) }
    /// What the element is, where its name does not tell.
    package static func role(_ role: Role) -> Attribute { Attribute("role", role.rawValue) }
    /// A property for assistive technology: `.aria(.label, "…")`.
    package static func aria(_ property: ARIA, _ value: String) -> Attribute {
        Attribute("aria-\(property.rawValue)", value)
    }
    /// A value for our scripts: `.data("theme", "…")`.
    package static func data(_ name: StaticString, _ value: String) -> Attribute { Attribute("data-\(name)", value) }
    /// -1: focus comes by script or link only; 0: in the order of the page.
    package static func tabIndex(_ index: Int) -> Attribute { Attribute("tabindex", "\(index)") }
    /// Not to be shown.
    package static var hidden: Attribute { Attribute("hidden", nil) }
    /// An unfolded `details`.
    package static var open: Attribute { Attribute("open", nil) }
    /// A control that cannot be used now.
    package static var disabled: Attribute { Attribute("disabled", nil) }
    /// A control that can be read and not changed.
    package static var readOnly: Attribute { Attribute("readonly", nil) }
    /// How many columns a cell covers.
    package static func columns(_ count: Int) -> Attribute { Attribute("colspan", "\(count)") }
    /// How many rows a cell covers.
    package static func rows(_ count: Int) -> Attribute { Attribute("rowspan", "\(count)") }
    /// What the target of a link is to this page: `nofollow`, `alternate`, `next`.
    package static func rel(_ relation: String) -> Attribute { Attribute("rel", relation) }
    /// The language of a link's target.
    package static func hreflang(_ tag: String) -> Attribute { Attribute("hreflang", tag) }
    /// The target is to be saved, under this name.
    package static func download(_ fileName: String) -> Attribute { Attribute("download", fileName) }
    /// The target opens beside this page, so that nothing on it is lost. The link's words should say so.
    package static var inNewWindow: Attribute { Attribute("target", "_blank") }
    /// The least value of a field.
    package static func min(_ value: String) -> Attribute { Attribute("min", value) }
    /// The greatest value of a field.
    package static func max(_ value: String) -> Attribute { Attribute("max", value) }
    /// The distance between values of a field.
    package static func step(_ value: String) -> Attribute { Attribute("step", value) }
    /// The longest text of a field.
    package static func maxLength(_ count: Int) -> Attribute { Attribute("maxlength", "\(count)") }
    /// Which keyboard suits a field: `numeric`, `decimal`.
    package static func inputMode(_ mode: String) -> Attribute { Attribute("inputmode", mode) }
    /// Which files a field takes: `.csv,text/csv`.
    package static func accept(_ types: String) -> Attribute { Attribute("accept", types) }
    /// Where this button sends its form instead: a path of our own, nothing for what is none.
    package static func formAction(_ path: String) -> Attribute {
        Attribute("formaction", Address(ownPath: path)?.text ?? "?")
    }
    /// Several files or values.
    package static var multiple: Attribute { Attribute("multiple", nil) }
}

extension Attribute {
    /// The direction of text; `auto` looks at its first letter.
    package enum Direction: String, Sendable { case ltr, rtl, auto }

    /// Roles that no element of ours has by itself, or that a style sheet takes from it.
    package enum Role: String, Sendable {
        case alert, dialog, group, img, list, note, region, search, status
        case cell, row, table
        case columnHeading = "columnheader"
        case rowGroup = "rowgroup"
        case rowHeading = "rowheader"
    }

    /// The ARIA properties we use.
    package enum ARIA: String, Sendable {
        case busy, controls, current, expanded, hidden, invalid, label, live, pressed, selected, sort
        case describedBy = "describedby"
    }
}
