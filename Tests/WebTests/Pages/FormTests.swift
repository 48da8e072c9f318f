import Domain
import Foundation
import HTTPTypes
import Operations
import TestDatabase
import Testing

@testable import Web

@Suite struct `A form` {
    private static func fields(_ library: Library.ID, _ changes: [String: String] = [:]) -> [(String, String)] {
        let fields = [
            "title": "Läslust", "kind": "workshop", "summary": "", "description": "Vi läser.",
            "hostLibraryId": library.description, "attendance": "onsite", "audience": "staff",
            "startsAt.date": "2031-04-22", "startsAt.time": "09.30", "endsAt.date": "2031-04-22",
            "endsAt.time": "15.00", "venue.name": "Stadsbiblioteket", "venue.municipalityCode": "1276",
            "capacity": "30",
        ]
        return fields.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test func `of an event makes what it says`() async throws {
        try await PageSite.with { site in
            let fields = Self.fields(try site.scene.library(of: site.scene.karin), ["seatPools.own": "10"])
            let page = try await site.post("/events/new", as: site.scene.karin, fields)
            #expect(page.status == 303)
            let path = String(try #require(page.location).prefix { $0 != "?" })
            let id = try #require(Event.ID(path.replacing("/events/", with: "")))
            let details = try await site.scene.event(id).details
            #expect(details.startsAt == Instant(rfc3339: "2031-04-22T07:30:00Z"))
            #expect(details.endsAt == Instant(rfc3339: "2031-04-22T13:00:00Z"))
            #expect(details.seats == Seats(capacity: 30, own: 10, others: 0, any: 20))
            #expect(details.venue?.municipalityCode == "1276")
            let again = try await site.get("\(path)/edit", as: site.scene.karin)
            #expect(again.value("startsAt.time") == "09:30")
            #expect(again.value("endsAt.date") == "2031-04-22")
        }
    }

    @Test func `of an all-day event ends with its last day`() async throws {
        try await PageSite.with { site in
            let fields = Self.fields(
                try site.scene.library(of: site.scene.karin),
                ["allDay": "true", "startsAt.time": "", "endsAt.time": "", "endsAt.date": "2031-04-23"])
            let page = try await site.post("/events/new", as: site.scene.karin, fields)
            let path = String(try #require(page.location).prefix { $0 != "?" })
            let details = try await site.scene.event(try #require(Event.ID(path.dropFirst(8)))).details
            #expect(details.startsAt == Instant(rfc3339: "2031-04-21T22:00:00Z"))
            #expect(details.endsAt == Instant(rfc3339: "2031-04-23T22:00:00Z"))
            let again = try await site.get("\(path)/edit", as: site.scene.karin)
            #expect(again.value("endsAt.date") == "2031-04-23")
        }
    }

    @Test(arguments: ["sv", "en"])
    func `with faults names each beside its field and keeps what was typed`(_ language: String) async throws {
        try await PageSite.with { site in
            let fields = Self.fields(
                try site.scene.library(of: site.scene.karin),
                [
                    "title": "", "description": "Det här tog lång tid att skriva & minnas.", "endsAt.time": "08.00",
                    "startsAt.date": "2031-13-01", "capacity": "trettio", "onlineUrl": "javascript:alert(1)",
                ])
            let page = try await site.post("/events/new", as: site.scene.karin, fields, in: language)
            #expect(page.status == 422)
            #expect(page.text.contains("Det här tog lång tid att skriva &amp; minnas."))
            #expect(page.value("capacity") == "trettio")
            for field in ["title", "startsAt.date", "capacity", "onlineUrl"] {
                #expect(page.text.contains("id=\"field-\(field)-error\""), "\(field)")
                #expect(page.text.contains("href=\"#field-\(field)\""), "\(field)")
            }
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test func `that somebody else has overtaken shows both and loses neither`() async throws {
        try await PageSite.with { site in
            let id = try await site.scene.draftEvent()
            let version = try await site.scene.event(id).version
            _ = try await site.scene.operations.editEvent(id, by: site.scene.ulf, expecting: nil) { details in
                var details = details
                details.title = "Ulfs titel"
                return details
            }
            let library = try site.scene.library(of: site.scene.karin)
            let fields = Self.fields(library, ["title": "Karins titel", "version": "\(version)"])
            let page = try await site.post("/events/\(id)/edit", as: site.scene.karin, fields)
            #expect(page.status == 412)
            #expect(page.text.contains("Ulfs titel"))
            #expect(page.value("title") == "Karins titel")
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            let now = try #require(page.value("version"))
            let saved = try await site.post(
                "/events/\(id)/edit", as: site.scene.karin,
                Self.fields(library, ["title": "Karins titel", "version": now]))
            #expect(saved.status == 303)
            #expect(try await site.scene.event(id).details.title == "Karins titel")
        }
    }

    @Test func `that narrows a funded invitation is refused with the grant's name, and done as a deviation`()
        async throws
    {
        try await PageSite.with { site in
            let made = try await site.scene.case(.approved)
            let path = "/events/\(made.event)/invitation"
            let version = try await site.scene.event(made.event).version
            var fields = [("scope", "own"), ("state", "published"), ("version", "\(version)")]
            let refused = try await site.post(path, as: site.scene.karin, fields)
            #expect(refused.status == 409)
            #expect(refused.text.contains("Läslust för alla"))
            #expect(refused.text.contains("value=\"own\" checked"))
            #expect(try await site.scene.event(made.event).invitation.scope == .all)
            fields.append(("deviation", "true"))
            let silent = try await site.post(path, as: site.scene.karin, fields + [("reason", " ")])
            #expect(silent.status == 422)
            #expect(silent.text.contains("id=\"field-reason-error\""))
            let told = try await site.post(path, as: site.scene.karin, fields + [("reason", "Lokalen brann")])
            #expect(told.status == 303)
            #expect(try await site.scene.event(made.event).invitation.scope == .own)
            let confirmed = try await site.get(
                String(try #require(told.location).prefix { $0 != "#" }), as: site.scene.karin)
            #expect(confirmed.text.contains("Avvikelsen är anmäld till regionen"))
            #expect(confirmed.text.contains("Lokalen brann"))
            #expect(confirmed.text.contains("Utbetalningen är pausad: "))
            #expect(confirmed.text.contains("Berätta för regionen senast"))
            #expect(PageCheck(confirmed.text, isLoggedIn: true).faults.isEmpty)
            let stranger = try await site.get("/events/\(made.event)", as: site.scene.lena)
            #expect(!stranger.text.contains("Lokalen brann"))
            let desk = try await site.get("/desk", as: site.scene.amira)
            #expect(desk.text.contains("Lokalen brann"))
            #expect(desk.text.contains("Utbetalningen är pausad"))
            #expect(PageCheck(desk.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test func `from another site is refused`() async throws {
        try await PageSite.with { site in
            let page = try await site.post("/login", as: nil, [("person", site.scene.karin.id.description)])
            #expect(page.status == 303)
            #expect(page.headers[.setCookie]?.contains("HttpOnly") == true)
            let made = try await site.scene.case(.drafted)
            let answer = try await site.post(
                Link.submission(made.application), as: site.scene.ulf, [("csrf", "wrong"), ("attested", "true")])
            #expect(answer.status == 403)
        }
    }
}
