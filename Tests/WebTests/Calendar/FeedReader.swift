import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import Postgres
import TestDatabase

@testable import Web

/// Reads the public feed as a calendar program does.
struct FeedReader: Sendable {
    private let application: Application<RouterResponder<WebContext>>

    init(_ client: PostgresClient) {
        let service = Service(
            operations: Operations(database: client, logger: .silent),
            settings: WebSettings(publicAddress: "http://localhost:8080", hosts: ["localhost"]))
        var routes = Routes()
        routes.addCalendarFeeds(service)
        let site = Site(
            settings: service.settings, identities: KnownIdentities(service), routes: routes, logger: .silent)
        application = Application(responder: site.router().buildResponder())
    }

    func get(_ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await application.test(.router) { client in
            try await client.execute(uri: "/kalender.ics", method: .get, headers: headers)
        }
    }

    /// The whole feed, unfolded.
    func text() async throws -> String {
        String(buffer: try await get().body).replacing("\r\n ", with: "")
    }

    /// The lines of one event.
    func event(_ id: Event.ID) async throws -> [String] {
        let events = try await text().split(separator: "BEGIN:VEVENT\r\n").dropFirst()
        let event = events.first { $0.contains("UID:\(id)@") } ?? ""
        return event.split(separator: "\r\n").map(String.init)
    }
}

/// Gives `body` a scene and a reader of its feed.
func withFeed(_ body: (Scene, FeedReader) async throws -> Void) async throws {
    try await withScene { scene in try await body(scene, FeedReader(scene.client)) }
}
