import HTTPTypes
import Testing

@testable import Web

/// Lund's application for one event, by the API.
struct LundsCase {
    let api: API
    let library: String
    let event: String
    let address: String

    init(_ api: API) async throws {
        self.api = api
        library = try await api.library("1281")
        event = try await api.create("/api/v1/events", as: People.lena, Body.event(library))
        let call = try await api.openCall()
        let id = try await api.create(
            "/api/v1/grant-applications", as: People.lena, Body.application(call: call, library: library, event: event))
        address = "/api/v1/grant-applications/\(id)"
        _ = try await invite(Body.invitation("all", "bound"))
    }

    func invite(_ body: String) async throws -> Answer {
        try await api.change(.put, "/api/v1/events/\(event)/invitation", as: People.lena, body)
    }

    func inviteAll(but forgotten: String) async throws {
        let all = try await api.get("/api/v1/libraries?kind=public&limit=100")["items"].items
        let ids = all.compactMap { $0["id"].text }.filter { $0 != forgotten && $0 != library }
        _ = try await invite(Body.invitation("list", "bound", ids))
    }

    func command(_ name: String, as person: String, _ body: String? = nil) async throws -> Answer {
        let decides = ["approval", "rejection", "dismissal"].contains(name)
        guard decides else { return try await api.post("\(address)/\(name)", as: person, body) }
        return try await api.decide(address, name, as: person, body)
    }

    func submit() async throws {
        let submitted = try await command("submission", as: People.sven, #"{"attested": true}"#)
        #expect(submitted.status == 200)
        #expect(submitted["registryNumber"].text?.hasPrefix("SAM ") == true)
        #expect(try await command("handling", as: People.amira)["state"].text == "in-review")
    }

    func approve() async throws {
        try await submit()
        _ = try await command("recommendation", as: People.amira, Body.recommendation)
        #expect(try await command("approval", as: People.dag, Body.approval).status == 200)
    }

    func rule() async throws -> Answer { try await api.get("\(address)/rule", as: People.lena) }

    func state() async throws -> String? { try await api.get(address, as: People.lena)["state"].text }

    func grant() async throws -> JSONValue {
        let id = address.split(separator: "/").last ?? ""
        return try await api.get("/api/v1/grants?applicationId=\(id)", as: People.sven)["items"][0]
    }
}
