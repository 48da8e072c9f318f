/// How a letter looks, on the screen and on paper. It is no part of the record.
package enum LetterStyle {
    /// Where a browser finds it.
    package static let path = "/letter.css"
    /// The service's mark, which a browser would look for elsewhere.
    static let icon = "/favicon.svg"

    package static let text = """
        @page { size: A4; margin: 25mm 22mm; @bottom-right { content: counter(page) " (" counter(pages) ")"; font-size: 9pt; } }
        html { color: #222; background: #fff; font-family: "DejaVu Sans", "Liberation Sans", sans-serif; line-height: 1.5; }
        body { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        .skip-link { position: absolute; left: -100rem; }
        .skip-link:focus { position: static; }
        h1 { font-size: 1.5rem; line-height: 1.25; }
        h2 { font-size: 1.15rem; margin-bottom: 0.25rem; break-after: avoid; }
        h3 { font-size: 1rem; margin-bottom: 0.25rem; break-after: avoid; }
        p { margin: 0.25rem 0 0.75rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; }
        @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } }
        dt { font-weight: bold; }
        dd { margin: 0; }
        .sender { font-weight: bold; }
        .translation { border-left: 0.25rem solid #8a5a00; padding-left: 0.75rem; }
        footer { margin-top: 2rem; border-top: 1px solid #767676; padding-top: 0.75rem; }
        @media print { html { font-size: 10.5pt; } body { max-width: none; padding: 0; } dl { display: block; } dt { float: left; clear: left; width: 9rem; } dd { margin-left: 9.5rem; } .skip-link { display: none; } }

        """
}
