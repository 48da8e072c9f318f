import HTML
import Testing

@Suite struct `Markup` {
    @Test func `nests, chooses, repeats and closes`() {
        func list(_ items: [String], isOpen: Bool) -> HTML {
            section(.id("s"), .lang("en")) {
                if isOpen { h2("Open") } else { h2("Shut") }
                if !items.isEmpty {
                    ul { for item in items { li { strong(item) } } }
                }
                items.first.map { em($0) }
                "slut"
                br()
            }
        }
        #expect(
            list(["a", "b"], isOpen: true).text
                == "<section id=\"s\" lang=\"en\"><h2>Open</h2><ul><li><strong>a</strong></li><li><strong>b</strong></li></ul>"
                + "<em>a</em>slut<br></section>")
        #expect(list([], isOpen: false).text == "<section id=\"s\" lang=\"en\"><h2>Shut</h2>slut<br></section>")
    }

    @Test func `of a page says its language and has a way past the header`() {
        let html = page(
            lang: "sv", title: "Händelser & mer", skip: "Hoppa till innehållet",
            head: [
                .stylesheet("/assets/site.css"), .script("/assets/site.js"), .translation("en", at: "/en/"),
                .feed("Alla", type: "text/calendar", at: "https://x.example/a.ics"), .noIndex,
            ]
        ) {
            main { h1("Händelser") }
        }
        #expect(
            html.text == """
                <!DOCTYPE html>
                <html lang="sv"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>Händelser &amp; mer</title>\
                <link rel="stylesheet" href="/assets/site.css"><script src="/assets/site.js" defer></script>\
                <link rel="alternate" href="/en/" hreflang="en">\
                <link rel="alternate" href="https://x.example/a.ics" type="text/calendar" title="Alla">\
                <meta name="robots" content="noindex"></head>\
                <body><a href="#main" class="skip-link">Hoppa till innehållet</a>\
                <main id="main" tabindex="-1"><h1>Händelser</h1></main></body></html>
                """)
    }

    @Test func `of a table has a caption and headings that tell what they head`() {
        let html = table(caption: "Platser") {
            thead { tr { th("Kommun") } }
            tbody {
                tr {
                    th("Lund", scope: .row); td("12", .columns(2))
                }
            }
        }
        #expect(
            html.text == """
                <table><caption>Platser</caption><thead><tr><th scope="col">Kommun</th></tr></thead>\
                <tbody><tr><th scope="row">Lund</th><td colspan="2">12</td></tr></tbody></table>
                """)
    }

    @Test func `of small things`() {
        #expect(image("/a.svg", alternative: "").text == "<img src=\"/a.svg\" alt=\"\">")
        #expect(
            abbr("AI", meaning: "artificiell intelligens").text == "<abbr title=\"artificiell intelligens\">AI</abbr>")
        #expect(badge("Full", kind: "full").text == "<span class=\"badge badge-full\">Full</span>")
        #expect(details(summary: "Mer") { "x" }.text == "<details><summary>Mer</summary>x</details>")
        #expect(
            progress(label: "Platser", value: 3, of: 10).text
                == "<progress aria-label=\"Platser\" value=\"3\" max=\"10\">3/10</progress>")
        #expect(time("5 maj", datetime: "2026-05-05").text == "<time datetime=\"2026-05-05\">5 maj</time>")
    }
}
