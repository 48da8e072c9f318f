import Domain
import HTTPTypes
import Operations
import TestDatabase
import Testing

@testable import Web

/// Every route × every role × own and foreign things: what is not granted is refused, and what is not shown looks
/// missing.
@Suite struct `Role matrix of the API` {
    @Test func `every route has a row, and every row a route`() async throws {
        try await API.with { api in
            let routes = Set(api.routes.map { "\($0.method.rawValue) \($0.path)" })
            #expect(routes == Set(RoleMatrix.rows.map(\.route)))
        }
    }

    @Test func `every role is told what the matrix says, and nothing is changed by it`() async throws {
        try await API.with { api in
            let things = try await Self.things(api.scene)
            for row in RoleMatrix.rows {
                for group in RoleMatrix.Group.allCases {
                    let expected = group == .nobody ? row.nobody : row.answers[group] ?? row.others
                    let answer = try await Self.send(row, as: group.person, things, api)
                    #expect(answer.status == expected, "\(row.route) of \(row.thing?.rawValue ?? "-") as \(group)")
                    if answer.status == 401 { #expect(answer.headers[.wwwAuthenticate] == "Bearer") }
                }
            }
            let event = try #require(things[.publishedEvent].flatMap { Event.ID($0) })
            #expect(try await api.scene.event(event).isCancelled == false)
        }
    }

    @Test func `what is no identity, or of nothing, looks missing to everybody who may ask`() async throws {
        try await API.with { api in
            for row in RoleMatrix.rows where row.thing != nil {
                for id in ["00000000-0000-4000-8000-000000000000", "nobody", "%00", "1%20OR%201=1"] {
                    let things = Dictionary(uniqueKeysWithValues: RoleMatrix.Thing.allCases.map { ($0, id) })
                    for group in RoleMatrix.Group.allCases where row.answers.keys.contains(group) {
                        let answer = try await Self.send(row, as: group.person, things, api)
                        #expect(answer.status == 404, "\(row.route) with \(id) as \(group)")
                    }
                }
            }
        }
    }

    private static func send(
        _ row: RoleMatrix.Row, as person: String?, _ things: [RoleMatrix.Thing: String], _ api: API
    ) async throws -> Answer {
        let parts = row.route.split(separator: " ", maxSplits: 1)
        let id = row.thing.flatMap { things[$0] } ?? ""
        let path = String(parts[1]).replacing(":id", with: id).replacing(":deviationId", with: Event.ID().description)
            .replacing(":libraryId", with: Event.ID().description)
            .replacing(":attachmentId", with: Event.ID().description)
        let method = HTTPRequest.Method(rawValue: String(parts[0])) ?? .get
        // A version that nothing has: whoever gets that far changes nothing.
        let headers: HTTPFields = method == .get ? [:] : [.ifMatch: "\"999999\""]
        return try await api.send(method, path, as: person, row.body, headers)
    }

    private static func things(_ scene: Scene) async throws -> [RoleMatrix.Thing: String] {
        let drafted = try await scene.case(.drafted)
        let received = try await scene.case(.submitted, for: scene.publishedEvent())
        let approved = try await scene.case(.approved)
        let draftCall = try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: scene.amira)
        let grant = try await scene.grant(of: approved.application)
        return [
            .draftEvent: "\(drafted.event)", .publishedEvent: "\(received.event)",
            .draftApplication: "\(drafted.application)", .receivedApplication: "\(received.application)",
            .draftCall: "\(draftCall)", .openCall: "\(received.call)", .grant: grant.map { "\($0.id)" } ?? "",
            .library: "\(try scene.library(of: scene.karin))", .colleague: "\(scene.ulf.id)",
            .regionalOfficer: "\(scene.elias.id)",
        ]
    }
}
