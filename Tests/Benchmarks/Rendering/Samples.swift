import HTML
import ICalendar

/// A feed of events like those of the demo data: a title, a few sentences, a place.
func sampleFeed(of count: Int) -> CalendarFeed {
    CalendarFeed(
        productID: "-//Samlyft//Samlyft 1.0//SV", name: "Samlyft", description: "Kompetensutveckling i Skåne",
        url: "https://samlyft.example/calendar", lastModified: UTCInstant(secondsSince1970: 1_790_000_000),
        events: (0..<count).compactMap(sampleEvent))
}

private func sampleEvent(_ number: Int) -> VEvent? {
    let day = LocalDate(daysSince1970: 20_800 + number / 3)
    guard let start = LocalDateTime(day, hour: 9, minute: 30), let end = LocalDateTime(day, hour: 12, minute: 0),
        let span = VEvent.Span(from: start, to: end)
    else { return nil }
    return VEvent(
        uid: "\(number)@samlyft.example", lastModified: UTCInstant(secondsSince1970: 1_790_000_000), span: span,
        summary: "Pedagogisk handledning i referenssamtalet, grupp \(number)",
        description: "Hur möter vi frågan bakom frågan? Vi övar på handledande samtal, digitalt och på plats.",
        location: "Atriumgården, Lund", url: "https://samlyft.example/events/\(number)",
        categories: ["pedagogik-handledning-bemotande"])
}

/// A page with a table, as lists are shown.
func samplePage(rows: Int) -> HTML {
    page(lang: "sv", title: "Kalender", skip: "Till innehållet") {
        main {
            h1("Kalender")
            table(caption: "Kommande evenemang") {
                thead { tr { for name in ["När", "Vad", "Var", "Platser"] { th(name, scope: .column) } } }
                tbody {
                    for row in 0..<rows {
                        tr {
                            td("den \(row % 28 + 1) april 2027")
                            td { link("Pedagogisk handledning & samtal \(row)", to: "/events/\(row)") }
                            td("Atriumgården, Lund")
                            td("\(row) platser kvar")
                        }
                    }
                }
            }
        }
    }
}
