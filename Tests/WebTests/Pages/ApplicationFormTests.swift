import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The form of an application` {
    private static let budget = [
        ("requestedAmount", "30 000"), ("budget.0.kind", "fee"), ("budget.0.amount", "10 000"), ("budget.1.kind", ""),
        ("budget.1.amount", ""), ("budget.2.kind", "fee"), ("budget.2.amount", "20 000"),
    ]

    private static func shares(_ event: Event.ID) -> [(String, String)] {
        [("events.0.eventId", "\(event)"), ("events.0.costShare", "30 000")]
    }

    /// A draft with nothing but its title, as the first page makes it.
    private static func with(
        _ body: @escaping @Sendable (PageSite, GrantApplication.ID, Event.ID) async throws -> Void
    ) async throws {
        try await PageSite.with { site in
            let event = try await site.scene.boundEvent()
            let path = Link.newApplication(try await site.scene.openCall())
            let made = try await site.post(
                path, as: site.scene.karin,
                [("libraryId", "\(try site.scene.library(of: site.scene.karin))"), ("title", "Läslust")])
            #expect(made.status == 303)
            let parts = try #require(made.location).split(separator: "/")
            try #require(parts.count == 4 && parts[3].hasPrefix("needs"))
            try await body(site, try #require(GrantApplication.ID(parts[1])), event)
        }
    }

    /// Sends a section as a browser that has just been shown it.
    private static func post(
        _ fields: [(String, String)], _ section: ApplicationSection, _ id: GrantApplication.ID, _ site: PageSite,
        in language: String = "sv"
    ) async throws -> Shown {
        let path = Link.edit(section, of: id)
        let form = try FilledForm(try await site.get(path, as: site.scene.karin), to: path)
        let names = Set(fields.map(\.0))
        return try await site.post(
            path, as: site.scene.karin, form.fields.filter { !names.contains($0.0) && $0.0 != "" } + fields,
            in: language)
    }

    @Test func `keeps several lines of one kind apart, and leaves out empty rows`() async throws {
        try await Self.with { site, id, event in
            #expect(try await Self.post(Self.budget, .budget, id, site).status == 303)
            #expect(try await Self.post(Self.shares(event), .activities, id, site).status == 303)
            let request = try await site.scene.application(id).request
            #expect(request.budget == [10_000, 20_000].map { .init(kind: .fee, amount: .kronor($0)) })
            #expect(request.events.map(\.amount) == [.kronor(30_000)])
            #expect(request.title == "Läslust")
        }
    }

    @Test(arguments: [
        (ApplicationSection.activities, "events", "events.1.eventId"), (.budget, "budget", "budget.3.kind"),
    ])
    func `gives one more row and loses nothing`(
        _ section: ApplicationSection, _ list: String, _ row: String
    ) async throws {
        try await Self.with { site, id, event in
            let typed = section == .budget ? Self.budget : Self.shares(event)
            let page = try await Self.post(typed + [("more", list)], section, id, site)
            #expect(page.status == 200)
            #expect(page.text.contains("id=\"field-\(row)\""))
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            let shown = try FilledForm(page, to: Link.edit(section, of: id))
            for field in typed { #expect(shown.fields.contains { $0 == field }, "\(field)") }
            let request = try await site.scene.application(id).request
            #expect(request.events.isEmpty && request.budget.isEmpty)
        }
    }

    @Test(arguments: ["sv", "en"])
    func `tells what is wrong in a row beside the row`(_ language: String) async throws {
        try await Self.with { site, id, event in
            let events = [
                ("events.0.eventId", "\(event)"), ("events.0.costShare", "-5"), ("events.4.eventId", "\(event)"),
                ("events.4.costShare", "1"), ("events.7.costShare", "2"),
            ]
            let budget = [
                ("budget.0.kind", "fee"), ("budget.0.amount", "mycket"), ("budget.5.amount", "7"),
                ("requestedAmount", "99999999999999"),
            ]
            let activities = try await Self.post(events, .activities, id, site, in: language)
            try Self.expect(
                activities, events, ["events.0.costShare", "events.4.eventId", "events.7.eventId"],
                Link.edit(.activities, of: id))
            let words =
                language == "sv"
                ? "Skriv ”Belopp för händelse 1” utan minustecken." : "Give “Amount for event 1” without a minus sign."
            #expect(activities.text.contains(words))
            try Self.expect(
                try await Self.post(budget, .budget, id, site, in: language), budget,
                ["budget.0.amount", "budget.5.kind", "requestedAmount"], Link.edit(.budget, of: id))
            try Self.expect(
                try await Self.post([("title", "")], .basics, id, site, in: language), [("title", "")], ["title"],
                Link.edit(.basics, of: id))
        }
    }

    private static func expect(
        _ page: Shown, _ wrong: [(String, String)], _ places: [String], _ path: String
    ) throws {
        #expect(page.status == 422)
        for place in places {
            #expect(page.text.contains("id=\"field-\(place)-error\""), "\(place)")
            #expect(page.text.contains("href=\"#field-\(place)\""), "\(place)")
        }
        let shown = try FilledForm(page, to: path)
        for field in wrong { #expect(shown.fields.contains { $0 == field }, "\(field)") }
        #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
    }

    @Test func `shows the fault of an operation beside its row, though empty rows stand before`() async throws {
        try await Self.with { site, id, _ in
            let page = try await Self.post([("events.3.eventId", "\(Event.ID())")], .activities, id, site)
            #expect(page.status == 422)
            #expect(page.text.contains("id=\"field-events.3.eventId-error\""))
        }
    }

    @Test(arguments: ["budget.200.kind", "budget.01.kind", "budget.-1.kind", "budget.0.kind.x", "budget.0.description"])
    func `knows no other rows than its own`(_ field: String) async throws {
        try await Self.with { site, id, _ in
            let page = try await Self.post(Self.budget + [(field, "fee")], .budget, id, site)
            #expect(page.status == 422)
        }
    }

    @Test func `refuses what is written in another section, and changes nothing of it`() async throws {
        try await Self.with { site, id, _ in
            let page = try await Self.post([("purpose", "Annat")], .basics, id, site)
            #expect(page.status == 422)
            let kept = try await site.scene.application(id)
            #expect(kept.request.purpose.isEmpty)
        }
    }

    @Test func `goes on to the next section, and from the last to where it is checked`() async throws {
        try await Self.with { site, id, _ in
            var path = Link.edit(.basics, of: id)
            var walked: [String] = []
            while path.contains("/edit/") {
                walked.append(String(path.split(separator: "/").last ?? ""))
                let form = try FilledForm(try await site.get(path, as: site.scene.karin), to: path)
                let sent = form.fields.filter { !$0.0.isEmpty } + [("then", "next")]
                let location = try #require(try await site.post(path, as: site.scene.karin, sent).location)
                #expect(location.contains("?done=draftSaved"), "each part says that it is saved")
                path = String(location.prefix { $0 != "?" })
            }
            #expect(walked == ["basics", "needs", "activities", "budget", "cooperation", "access"])
            #expect(path == Link.attachments(id))
            #expect(try await site.get(path, as: site.scene.karin).text.contains("href=\"\(Link.application(id))\""))
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
