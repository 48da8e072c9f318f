import ICalendar
import Testing

/// Texts that people do write, and what a calendar is to show of them.
private let nasty: [(written: String, read: String)] = [
    (String(repeating: "Ö", count: 70), String(repeating: "Ö", count: 70)),
    ("x" + String(repeating: "åäö", count: 60), "x" + String(repeating: "åäö", count: 60)),
    ("Komma, semikolon; bakåtstreck \\ och \"citat\"", "Komma, semikolon; bakåtstreck \\ och \"citat\""),
    (
        "Rad 1\nRad 2, med komma; semikolon: kolon\\snedstreck\\n",
        "Rad 1\nRad 2, med komma; semikolon: kolon\\snedstreck\\n"
    ),
    ("Familjedag 👩‍👩‍👧‍👦 och flaggor 🇸🇪🇫🇮", "Familjedag 👩‍👩‍👧‍👦 och flaggor 🇸🇪🇫🇮"),
    (String(repeating: "👩‍👩‍👧‍👦", count: 20), String(repeating: "👩‍👩‍👧‍👦", count: 20)),
    ("ab" + String(repeating: "🇸🇪🇫🇮", count: 20), "ab" + String(repeating: "🇸🇪🇫🇮", count: 20)),
    (String(repeating: "👩🏽‍🏫", count: 30), String(repeating: "👩🏽‍🏫", count: 30)),
    ("عربية och svenska", "عربية och svenska"),
    ("Text \u{202E}omvänd\u{202C} slut", "Text \u{202E}omvänd\u{202C} slut"),
    ("Hja\u{308}rup (nedbrutet a\u{308})", "Hja\u{308}rup (nedbrutet a\u{308})"),
    (String(repeating: "o\u{308}a\u{30A}", count: 60), String(repeating: "o\u{308}a\u{30A}", count: 60)),
    (String(repeating: "각", count: 60), String(repeating: "각", count: 60)),
    ("<script>alert(1)</script> & <b>fet</b>", "<script>alert(1)</script> & <b>fet</b>"),
    ("=HYPERLINK(\"https://x.example\";\"klicka\")", "=HYPERLINK(\"https://x.example\";\"klicka\")"),
    ("Styrtecken\u{7} i titeln", "Styrtecken i titeln"),
    ("\u{0}a\u{1B}[31mb\u{7F}c\u{9B}d\u{80}e", "a[31mbcde"),
    ("Titel med radbrytning\r\nX-EVIL:1", "Titel med radbrytning\nX-EVIL:1"),
    ("a\rb\u{85}c\u{2028}d\u{2029}e\n\rf\r\n\r\ng", "a\nb\nc\nd\ne\n\nf\n\ng"),
    ("a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n X:1", "a\nEND:VEVENT\nBEGIN:VEVENT\n X:1"),
    (
        String(repeating: "kompetensutveckling ", count: 15),
        String(repeating: " kompetensutveckling", count: 15).trimmingFirst
    ),
    (" \t\r\n\u{A0} Åska, Ärla, Ögla \u{3000}\u{7} \n", "Åska, Ärla, Ögla"),
    ("09.00–12.00 ‘ja’ “nej” …\u{A0}kr © é", "09.00–12.00 ‘ja’ “nej” …\u{A0}kr © é"),
    ("tab\there", "tab\there"),
]

extension String {
    fileprivate var trimmingFirst: String { String(dropFirst()) }
}

@Suite struct `Nasty texts` {
    @Test(arguments: nasty, 0..<4)
    func `are read as they were written, wherever the line breaks`(_ text: (written: String, read: String), _ pad: Int)
        throws
    {
        let padding = String(repeating: "-", count: pad + 1)
        let event = try sample { event in
            event.summary = text.written
            event.description = padding + text.written
            event.location = text.written
            event.categories = [text.written, "b,c"]
            event.organizer = .init(name: text.written, address: "a@b.example")
        }
        let properties = try #require(StrictReader(feed([event]).bytes()).events.first)
        #expect(try properties.text("SUMMARY").utf8.elementsEqual(text.read.utf8))
        #expect(try properties.text("LOCATION").utf8.elementsEqual(text.read.utf8))
        #expect(try properties.text("DESCRIPTION").hasPrefix(padding))
        #expect(try properties.text("DESCRIPTION").hasSuffix(text.read + "\n\nhttps://samlyft.example/events/1"))
        #expect(
            properties.first { $0.name == "ORGANIZER" }?.parameters["CN"]?.unicodeScalars.elementsEqual(
                text.read.unicodeScalars) == true)
        #expect(properties.count == 16)
    }

    @Test func `longer than a line in one character are cut between its scalars`() throws {
        let zalgo = "a" + String(repeating: "\u{301}", count: 100)
        let octets = try feed([sample { $0.summary = zalgo }]).bytes()
        let lines = octets.split(separator: 10).map { $0.dropLast() }
        #expect(lines.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
        let unfolded = lines.flatMap { $0.first == 32 ? Array($0.dropFirst()) : [10] + $0 }
        #expect(unfolded.contains(Array("\nSUMMARY:\(zalgo)\n".utf8)))
    }

    @Test func `leave no property that says nothing`() throws {
        let event = try sample { event in
            event.description = " \r\n"
            event.location = "\u{0}"
            event.categories = ["", " "]
            event.url = nil
        }
        let properties = try #require(StrictReader(feed([event]).bytes()).events.first)
        #expect(Set(properties.map(\.name)).isDisjoint(with: ["DESCRIPTION", "LOCATION", "CATEGORIES", "URL"]))
    }

    @Test(arguments: [
        (
            "https://x.example/å ä?q=\"<\\>\r\nX-EVIL:1",
            "https://x.example/%C3%A5%20%C3%A4?q=%22%3C%5C%3E%0D%0AX-EVIL:1"
        ),
        ("https://x.example/a;b,c%20d", "https://x.example/a;b,c%20d"),
    ])
    func `in addresses are percent-encoded`(_ written: String, _ read: String) throws {
        let properties = try #require(StrictReader(feed([sample { $0.url = written }]).bytes()).events.first)
        #expect(properties.first { $0.name == "URL" }?.value == read)
    }
}
