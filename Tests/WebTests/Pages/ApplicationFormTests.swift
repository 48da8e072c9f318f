import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The form of an application` {
    private static func fields(_ event: Event.ID, _ library: Library.ID) -> [(String, String)] {
        [
            ("libraryId", "\(library)"), ("title", "Läslust"), ("purpose", "Att lära"),
            ("events.0.eventId", "\(event)"),
            ("events.0.costShare", "30 000"), ("budget.0.kind", "fee"), ("budget.0.amount", "10 000"),
            ("budget.1.kind", ""), ("budget.1.amount", ""), ("budget.2.kind", "fee"), ("budget.2.amount", "20 000"),
            ("requestedAmount", "30 000"),
        ]
    }

    private static func with(
        _ body: @escaping @Sendable (PageSite, String, [(String, String)]) async throws -> Void
    ) async throws {
        try await PageSite.with { site in
            let event = try await site.scene.boundEvent()
            let path = Link.newApplication(try await site.scene.openCall())
            try await body(site, path, Self.fields(event, try site.scene.library(of: site.scene.karin)))
        }
    }

    @Test func `keeps several lines of one kind apart, and leaves out empty rows`() async throws {
        try await Self.with { site, path, fields in
            let made = try await site.post(path, as: site.scene.karin, fields)
            #expect(made.status == 303)
            let location = try #require(made.location)
            let id = try #require(GrantApplication.ID(location.split(separator: "/")[1]))
            let request = try await site.scene.application(id).request
            #expect(request.budget == [10_000, 20_000].map { .init(kind: .fee, amount: .kronor($0)) })
            #expect(request.events.map(\.amount) == [.kronor(30_000)])
        }
    }

    @Test(arguments: [("events", "events.1.eventId"), ("budget", "budget.3.kind")])
    func `gives one more row and loses nothing`(_ list: String, _ row: String) async throws {
        try await Self.with { site, path, fields in
            let typed = fields.map { $0.0 == "title" ? ("title", "Inte sparat än") : $0 }
            let page = try await site.post(path, as: site.scene.karin, typed + [("more", list)])
            #expect(page.status == 200)
            #expect(page.text.contains("id=\"field-\(row)\""))
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            let shown = try FilledForm(page, to: path)
            for field in typed { #expect(shown.fields.contains { $0 == field }, "\(field)") }
            let own = [try site.scene.library(of: site.scene.karin)]
            let saved = try await site.scene.database.grantApplications(
                of: own, received: false, status: nil, call: nil, limit: 10, offset: 0)
            #expect(saved.total == 0)
        }
    }

    @Test(arguments: ["sv", "en"])
    func `tells what is wrong in a row beside the row`(_ language: String) async throws {
        try await Self.with { site, path, fields in
            let wrong = [
                ("events.0.costShare", "-5"), ("events.4.eventId", fields[3].1), ("events.4.costShare", "1"),
                ("events.7.costShare", "2"), ("budget.0.amount", "mycket"), ("budget.5.amount", "7"),
                ("requestedAmount", "99999999999999"), ("title", ""),
            ]
            let page = try await site.post(
                path, as: site.scene.karin,
                fields.filter { field in !wrong.contains { $0.0 == field.0 } } + wrong, in: language)
            #expect(page.status == 422)
            let places = [
                "events.0.costShare", "events.4.eventId", "events.7.eventId", "budget.0.amount", "budget.5.kind",
                "requestedAmount", "title",
            ]
            for place in places {
                #expect(page.text.contains("id=\"field-\(place)-error\""), "\(place)")
                #expect(page.text.contains("href=\"#field-\(place)\""), "\(place)")
            }
            let shown = try FilledForm(page, to: path)
            for field in wrong { #expect(shown.fields.contains { $0 == field }, "\(field)") }
            let words =
                language == "sv"
                ? "Skriv ”Belopp för händelse 1” utan minustecken." : "Give “Amount for event 1” without a minus sign."
            #expect(page.text.contains(words))
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test func `shows the fault of an operation beside its row, though empty rows stand before`() async throws {
        try await Self.with { site, path, fields in
            let rows = [("events.0.eventId", ""), ("events.0.costShare", ""), ("events.3.eventId", "\(Event.ID())")]
            let page = try await site.post(
                path, as: site.scene.karin, fields.filter { !$0.0.hasPrefix("events.") } + rows)
            #expect(page.status == 422)
            #expect(page.text.contains("id=\"field-events.3.eventId-error\""))
        }
    }

    @Test(arguments: ["budget.200.kind", "budget.01.kind", "budget.-1.kind", "budget.0.kind.x", "budget.0.description"])
    func `knows no other rows than its own`(_ field: String) async throws {
        try await Self.with { site, path, fields in
            let page = try await site.post(path, as: site.scene.karin, fields + [(field, "fee")])
            #expect(page.status == 422)
        }
    }

    @Test func `says of a call that has closed that it has`() async throws {
        try await PageSite.with { site in
            let call = try await site.scene.openCall {
                $0.opensAt = $0.opensAt.adding(days: -60)
                $0.closesAt = $0.opensAt.adding(days: 30)
            }
            let page = try await site.get(Link.call(call), as: site.scene.karin)
            #expect(page.text.contains("Ansökan var öppen från"))
            #expect(!page.text.contains("Hur söker jag?"))
            #expect(!page.text.contains("När kan jag söka?"))
            #expect(try await site.get("/calls", in: "en").text.contains("Applications were open from"))
            let coming = try await site.scene.openCall { $0.opensAt = $0.closesAt.adding(days: -1) }
            #expect(try await site.get(Link.call(coming), in: "en").text.contains("Applications open "))
        }
    }
}
