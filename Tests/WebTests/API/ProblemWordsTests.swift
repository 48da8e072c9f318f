import HTTPTypes
import TestDatabase
import Testing

@testable import Web

@Suite struct `A problem says what would have been taken:` {
    @Test(arguments: [("limit", "1000", 1, 100), ("limit", "0", 1, 100), ("page", "9999999", 1, 1_000_000)])
    func `a number out of range`(_ name: String, _ value: String, _ least: Int, _ most: Int) async throws {
        try await API.with { api in
            let answer = try await api.get("/api/v1/events?\(name)=\(value)")
            #expect(answer.status == 400 && answer["code"].text == "bad_parameter" && answer.fields == [name])
            #expect(answer["errors"][0]["minimum"].number == least && answer["errors"][0]["maximum"].number == most)
            let english = try await api.send(
                .get, "/api/v1/events?\(name)=\(value)", nil, [.acceptLanguage: "en"])
            #expect(english["detail"].text?.hasPrefix("The value must be a whole number from 1 to ") == true)
        }
    }

    @Test func `a day and a time out of range`() async throws {
        try await API.with { api in
            let asked = try await api.get("/api/v1/events?from=9999-01-01")
            #expect(asked.status == 400 && asked["errors"][0]["maximum"].text == "2199-12-31")
            let event = try await api.scene.draftEvent()
            for time in ["9999-12-31T23:59:59Z", "2200-01-01T00:00:00Z"] {
                let answer = try await api.change(
                    .patch, "/api/v1/events/\(event)", as: People.karin, #"{"startsAt": "\#(time)"}"#)
                #expect(answer.status == 422 && answer["errors"][0]["code"].text == "is_too_late")
                #expect(answer["errors"][0]["message"].text?.contains("2199") == true)
            }
        }
    }
}

@Suite struct `What a program asks for and is not there` {
    @Test(arguments: ["/api/v1/nothing", "/api", "/api/v1/events/none"])
    func `is told as a resource, in the language that it takes`(_ path: String) async throws {
        try await API.with { api in
            let swedish = try await api.get(path)
            #expect(swedish.status == 404 && swedish["title"].text == "Resursen finns inte")
            #expect(swedish.headers[.contentType] == "application/problem+json")
            let english = try await api.send(.get, path, nil, [.acceptLanguage: "en"])
            #expect(english["title"].text == "There is no such resource" && english["code"].text == "missing")
        }
    }

    @Test func `is no page to whoever takes JSON and no pages`() async throws {
        try await API.with { api in
            for accept in ["application/json", "application/problem+json, application/json;q=0.9"] {
                let answer = try await api.send(.get, "/nothing", nil, [.accept: accept, .acceptLanguage: "en"])
                #expect(answer.status == 404 && answer["title"].text == "There is no such resource", "\(accept)")
            }
            for accept in ["text/html,application/xhtml+xml,*/*;q=0.8", "text/html, application/json", "*/*"] {
                let answer = try await api.send(.get, "/nothing", nil, [.accept: accept])
                #expect(answer.status == 404 && answer.text.contains("<h1>Sidan finns inte</h1>"), "\(accept)")
            }
        }
    }
}
