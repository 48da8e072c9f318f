import HTTPTypes
import TestDatabase
import Testing

@testable import Web

/// What the API answers of events, and to whom.
@Suite struct `Events of the API` {
    @Test func `the joinable address is for whoever is logged in, on the page and in the list`() async throws {
        try await API.with { api in
            let library = try await api.library("1281")
            let path = "/api/v1/events/\(try await api.create("/api/v1/events", as: People.lena, Body.event(library)))"
            #expect(try await api.get("/api/v1/events")["total"].number == 0)
            #expect(try await api.post("\(path)/publication", as: People.lena)["status"].text == "published")
            #expect(try await api.get(path)["onlineUrl"] == .null)
            #expect(try await api.get("/api/v1/events")["items"][0]["onlineUrl"] == .null)
            #expect(try await api.get(path, as: People.petra)["onlineUrl"].text == "https://meet.example/ai")
            #expect(try await api.get(path)["startsAt"].text == "2027-04-27T08:00:00Z")
        }
    }

    @Test func `whole days are said as days, the last of them included`() async throws {
        try await API.with { api in
            let library = try await api.library("1281")
            let body = #"""
                {"title": "Studiebesök", "kind": "study-visit", "hostLibraryId": "\#(library)", "startsAt": "2027-03-27",
                 "endsAt": "2027-03-28", "allDay": true, "attendance": "onsite", "venue": {"name": "Lund"}}
                """#
            let event = try await api.post("/api/v1/events", as: People.lena, body)
            #expect(event["startsAt"].text == "2027-03-27")
            #expect(event["endsAt"].text == "2027-03-28")
            #expect(event["capacity"] == .null)
            let path = try #require(event.headers[.location])
            let hours = #"{"allDay": false, "startsAt": "2027-03-27T10:00:00", "endsAt": "2027-03-27T11:00:00"}"#
            let changed = try await api.change(.patch, path, as: People.lena, hours)
            #expect(changed["startsAt"].text == "2027-03-27T09:00:00Z")
        }
    }

    @Test func `a change keeps what it does not name, empties what is null, and gives seats to anybody`() async throws {
        try await API.with { api in
            let library = try await api.library("1281")
            let before = try await api.post("/api/v1/events", as: People.lena, Body.event(library))
            let path = try #require(before.headers[.location])
            let body = #"{"capacity": 20, "venue": {"street": null}, "prices": {"others": \#(Body.money(100))}}"#
            let after = try await api.change(.patch, path, as: People.lena, body)
            #expect(after["seatPools"].source == #"[{"audience":"any","seats":20}]"#)
            #expect(after["venue"]["street"] == .null)
            #expect(after["venue"]["name"].text == "Biblioteket")
            #expect(after["prices"]["others"]["amount"].text == "100.00")
            #expect(after["prices"]["own"] == before["prices"]["own"])
            #expect(after["title"] == before["title"])
            let pools = #"{"seatPools": [{"audience": "own", "seats": 5}, {"audience": "others", "seats": 15}]}"#
            #expect(try await api.change(.patch, path, as: People.lena, pools)["seatPools"].items.count == 2)
            let unlimited = try await api.change(.patch, path, as: People.lena, #"{"capacity": null}"#)
            #expect(unlimited["seatPools"].items == [])
        }
    }
}
