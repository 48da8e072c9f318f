import Domain
import HTTPTypes
import TestDatabase
import Testing

@testable import Web

/// What the API refuses, and how it says so.
@Suite struct `Refusals of the API` {
    @Test func `every member of the wrong type is named, all at once`() async throws {
        try await API.with { api in
            let library = try await api.library("1281")
            let event = JSONValue(Array(Body.event(library).utf8)) ?? .null
            for name in event.names {
                // No member of an event is an object with an unknown member.
                let wrong = event.replacing(name, with: .object([.init(name: "x", value: .truth(true))]))
                let answer = try await api.post("/api/v1/events", as: People.lena, wrong.source)
                #expect(answer.status == 422, "\(name)")
                #expect(answer.fields.contains { $0 == name || $0.hasPrefix("\(name).") }, "\(name): \(answer.fields)")
                let nothing = event.replacing(name, with: .truth(true))
                let other = try await api.post("/api/v1/events", as: People.lena, nothing.source)
                #expect(name == "allDay" ? other.fields.contains("startsAt") : other.fields == [name], "\(name)")
            }
            let faults = try await api.post(
                "/api/v1/events", as: People.lena,
                #"{"title": "", "kind": "party", "startsAt": "soon", "capacity": 0.5, "colour": "red"}"#)
            let named: Set = [
                "title", "kind", "hostLibraryId", "startsAt", "endsAt", "attendance", "capacity", "colour",
            ]
            #expect(named.subtracting(faults.fields) == [])
        }
    }

    @Test(arguments: [
        (#"{"title": "A", "title": "B"}"#, "title"), (#"{"status": "published"}"#, "status"),
        (#"{"venue": {"name": "A", "colour": 1}}"#, "venue.colour"), (#"{"timeZone": "UTC"}"#, "timeZone"),
        (#"{"startsAt": "2027-04-27"}"#, "startsAt"), (#"{"allDay": true}"#, "startsAt"),
        (#"{"startsAt": "10000-01-01T00:00:00Z"}"#, "startsAt"), (#"{"startsAt": "9999-12-31T23:59:59Z"}"#, "startsAt"),
        (#"{"startsAt": "2027-03-28T02:30:00"}"#, "startsAt"), (#"{"title": null}"#, "title"),
        (#"{"prices": {"own": {"amount": 5, "currency": "SEK"}}}"#, "prices.own.amount"),
        (#"{"prices": {"own": {"amount": "5", "currency": "EUR"}}}"#, "prices.own.currency"),
        (
            #"{"seatPools": [{"audience": "any", "seats": 1}, {"audience": "any", "seats": 59}]}"#,
            "seatPools[1].audience"
        ),
        (#"{"venue": {"municipalityCode": "0000"}}"#, "venue.municipalityCode"), (#"{"title": "a\u0000b"}"#, "title"),
        (#"{"hostLibraryId": "lund"}"#, "hostLibraryId"), (#"{"onlineUrl": "javascript:alert(1)"}"#, "onlineUrl"),
    ])
    func `a faulty change is refused by the name of its member`(_ body: String, _ field: String) async throws {
        try await API.with { api in
            let event = try await api.scene.draftEvent()
            let answer = try await api.change(.patch, "/api/v1/events/\(event)", as: People.karin, body)
            #expect(answer.status == 422)
            #expect(answer.fields.first == field)
        }
    }

    @Test func `versions are asked for, compared and moved`() async throws {
        try await API.with { api in
            let path = "/api/v1/events/\(try await api.scene.draftEvent())"
            let body = #"{"title": "Ny titel"}"#
            #expect(try await api.send(.patch, path, as: People.karin, body).status == 428)
            #expect(try await api.send(.patch, path, as: People.karin, body, [.ifMatch: "\"999\""]).status == 412)
            #expect(try await api.send(.patch, path, as: People.karin, body, [.ifMatch: "W/\"1\""]).status == 412)
            let tag = try #require(try await api.get(path, as: People.karin).headers[.eTag])
            let changed = try await api.send(.patch, path, as: People.karin, body, [.ifMatch: tag])
            #expect(changed.status == 200)
            #expect(changed["title"].text == "Ny titel")
            #expect(changed.headers[.eTag] != tag)
            #expect(try await api.send(.patch, path, as: People.karin, body, [.ifMatch: tag]).status == 412)
            #expect(try await api.send(.patch, path, as: People.karin, body, [.ifMatch: "*"]).status == 200)
        }
    }

    @Test func `a repeated request makes one thing, and its key is for that request alone`() async throws {
        try await API.with { api in
            let key = try HTTPField.Name.named("Idempotency-Key")
            let library = try await api.library("1281")
            let body = Body.event(library)
            let first = try await api.send(.post, "/api/v1/events", as: People.lena, body, [key: "one"])
            let second = try await api.send(.post, "/api/v1/events", as: People.lena, body, [key: "one"])
            #expect(first.status == 201)
            #expect(second.status == 201)
            #expect(second.text == first.text)
            #expect(second.headers[.location] == first.headers[.location])
            let other = Body.event(library, #", "unknown": 1"#).replacing(#", "unknown": 1"#, with: " ")
            let mismatch = try await api.send(.post, "/api/v1/events", as: People.lena, other, [key: "one"])
            #expect(mismatch.status == 422)
            #expect(mismatch["code"].text == "idempotency_key_is_used")
            #expect(try await api.send(.post, "/api/v1/events", as: People.lena, body, [key: "a b"]).status == 400)
            #expect(try await api.get("/api/v1/events?hosted=mine", as: People.lena)["total"].number == 1)
        }
    }

    @Test func `lists have neighbours and refuse parameters that are none`() async throws {
        try await API.with { api in
            let link = try HTTPField.Name.named("Link")
            let page = try await api.get("/api/v1/municipalities?limit=10&page=2")
            #expect(page["items"].items.count == 10)
            #expect(page["total"].number == 33)
            #expect(page.headers[link]?.contains("page=3") == true)
            #expect(page.headers[link]?.contains("page=1") == true)
            #expect(try await api.get("/api/v1/municipalities?limit=10&page=9")["items"].items == [])
            for faulty in [
                "limit=0", "limit=101", "page=0", "page=x", "colour=red", "kind=party", "from=soon", "online=1",
                "hostLibraryId=lund", "q=%00", "theme=%07", "from=99999-01-01", "hosted=mine",
            ] {
                let answer = try await api.get("/api/v1/events?\(faulty)")
                #expect(answer.status == (faulty == "hosted=mine" ? 401 : 400), "\(faulty)")
            }
            #expect(try await api.get("/api/v1/events?hosted=mine&kind=lecture", as: People.lena).status == 400)
        }
    }

    @Test func `what HTTP forbids is said as HTTP says it`() async throws {
        try await API.with { api in
            let wrong = try await api.send(.delete, "/api/v1/events", as: People.lena)
            #expect(wrong.status == 405)
            #expect(wrong.headers[.allow] == "GET, HEAD, OPTIONS, POST")
            #expect(try await api.get("/api/v1/nothing").status == 404)
            #expect(try await api.get("/api/v1/grant-applications/x/reviews", as: People.amira).status == 404)
            let form = try await api.send(.post, "/api/v1/events", as: People.lena, "a=b", [.contentType: "text/plain"])
            #expect(form.status == 415)
            let large = #"{"title": "\#(String(repeating: "a", count: 300_000))"}"#
            #expect(try await api.post("/api/v1/events", as: People.lena, large).status == 413)
            for malformed in ["", "{", "[]", "null", #"{"title": 01}"#, #"{"title": "\ud800"}"#] {
                let answer = try await api.post("/api/v1/events", as: People.lena, malformed)
                #expect(answer.status == 400, "\(malformed)")
                #expect(answer["code"].text == "malformed_json")
            }
            let stranger = try await api.send(.get, "/api/v1/me", nil, [.authorization: "Bearer nonsense"])
            #expect(stranger.status == 401)
        }
    }

    @Test func `messages are in the reader's language, and codes are not`() async throws {
        try await API.with { api in
            let swedish = try await api.get("/api/v1/me")
            let english = try await api.get("/api/v1/me?language=en")
            #expect(swedish["code"] == english["code"])
            #expect(swedish["title"] != english["title"])
        }
    }
}

extension JSONValue {
    fileprivate func replacing(_ name: String, with value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? Member(name: name, value: value) : $0 })
    }
}
