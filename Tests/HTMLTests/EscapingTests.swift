import HTML
import Testing

/// Reads the tags of rendered HTML, strictly: whatever we did not mean to be a tag must not look like one.
private func tags(_ html: HTML) -> [String] {
    html.text.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { part in
        String(part.prefix { $0 != ">" && $0 != " " })
    }
}

private let hostile = [
    "<script>alert(1)</script> & <b>fet</b>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>",
    "' onmouseover='alert(1)", "\" onfocus=\"alert(1)\" autofocus=\"", "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;script&gt;", "&#60;script&#62;",
    "\u{0}<scr\u{0}ipt>", "<\u{8}script>", "`onload=x`", "\u{FF1C}script\u{FF1E}", "{{7*7}}", "${7*7}",
    "=HYPERLINK(\"https://x.example\";\"klicka\")", "<a href=\"javascript:alert(1)\">", "\u{2028}<x>", "<\u{301}b>",
]

@Suite struct `Text is always escaped` {
    @Test func `into entities, in text and in attributes`() {
        #expect(
            p("<&>\"'å", .class("<&>\"'å")).text
                == "<p class=\"&lt;&amp;&gt;&quot;&#39;å\">&lt;&amp;&gt;&quot;&#39;å</p>")
    }

    @Test(arguments: hostile)
    func `so that no hostile text becomes a tag`(_ text: String) {
        let html = div {
            text
            p(text)
            userText(text)
            userParagraphs(text)
            textArea(label: text, name: text, value: text, hint: text, error: text)
        }
        #expect(
            Set(tags(html)).isSubset(of: [
                "div", "/div", "p", "/p", "bdi", "/bdi", "label", "/label", "textarea", "/textarea", "br",
            ]))
    }

    @Test(arguments: hostile)
    func `so that no hostile text leaves its attribute`(_ text: String) throws {
        let html = field(label: "A", name: text, value: text, autocomplete: text, .data("x", text), .aria(.label, text))
        // Every quotation mark left opens or closes a value of ours.
        let input = try #require(html.text.split(separator: "<input").last)
        #expect(input.count { $0 == "\"" } == 14)
        #expect(!input.dropLast("></div>".count).contains(">") && !input.contains("'"))
    }

    @Test func `and loses its control characters`() {
        #expect(p("a\u{0}b\u{7}c\u{1B}d\u{7F}e\tf\ng").text == "<p>abcde\tf\ng</p>")
    }

    @Test func `and is isolated where people wrote it`() {
        #expect(userText("عربية \u{202E}omvänd").text == "<bdi>عربية omvänd</bdi>")
        #expect(userText("a\u{2069}b\u{200F}").text == "<bdi>ab\u{200F}</bdi>")
        #expect(
            userParagraphs("\nEtt\r\ntvå & tre\n \n\nFyra\n").text
                == "<p dir=\"auto\">Ett<br>två &amp; tre</p><p dir=\"auto\">Fyra</p>")
    }
}

@Suite struct `Addresses` {
    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)",
        "\u{1}javascript:alert(1)", " javascript:alert(1)", "data:text/html,<script>", "vbscript:x",
        "file:///etc/passwd",
        "//evil.example", "/\\evil.example", "\\\\evil.example", "http:evil.example", "https:/evil.example", "blob:x",
        "javascript\u{0}:alert(1)", "javascript&colon;alert(1):x", "webcal:x", "intent://x", "x:", ":x",
    ])
    func `that could run a script or leave the site unseen are refused`(_ address: String) {
        #expect(link("Text", to: address).text == "<span>Text</span>")
        #expect(link(to: address) { em("Text") }.text == "<span><em>Text</em></span>")
        #expect(image(address, alternative: "Bild").text == "Bild")
        #expect(form(action: address, method: .post) {}.text == "<form method=\"post\"></form>")
    }

    @Test(arguments: [
        "/", "/events/1?page=2#top", "?page=2", "#main", "events", "https://example.org/å?a=1:2", "http://example.org",
        "mailto:role@example.org", "webcal://example.org/feed.ics", "HTTPS://EXAMPLE.ORG", "/a:b", "?at=09:00",
    ])
    func `of our own and of the web are links`(_ address: String) {
        #expect(link("Text", to: address).text == "<a href=\"\(address)\">Text</a>")
    }

    @Test func `in links are escaped`() {
        #expect(link("a", to: "/?a=1&b=\"<").text == "<a href=\"/?a=1&amp;b=&quot;&lt;\">a</a>")
    }

    @Test(arguments: ["https://evil.example/x.js", "//evil.example/x.js", "data:,alert(1)", "x.js"])
    func `of scripts and style sheets are our own paths`(_ address: String) {
        let html = page(lang: "sv", title: "T", skip: "S", head: [.script(address), .stylesheet(address)]) {}
        #expect(!html.text.contains("x.js") && !html.text.contains("<script") && !html.text.contains("stylesheet"))
    }
}
