import Domain
import HTTPTypes
import NIOCore
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `Attachments by API` {
    private func add(
        _ content: String, named name: String, to path: String, in api: API, _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        headers[.contentType] = "application/octet-stream"
        return try await api.send(
            .post, "\(path)/attachments?name=\(PercentEncoding.encode(name))", as: People.karin, content, headers)
    }

    @Test func `are sent, listed, read and removed`() async throws {
        try await API.with { api in
            let made = try await api.scene.case(.drafted)
            let path = Link.API.application(made.application)
            let text = "Åtta rader\n"
            let added = try await add(text, named: "C:\\Mina filer\\Åtta \"rader\".txt", to: path, in: api)
            #expect(added.status == 201)
            let own = try #require(added.headers[.location])
            #expect(added["name"].text == "Åtta \"rader\".txt")
            #expect(added["scan"].text == "unscanned")
            #expect(try await api.get("\(path)/attachments", as: People.karin)["total"].number == 1)
            let read = try await api.get("\(own)/content", as: People.karin)
            #expect(read.text == text)
            #expect(
                read.headers[.contentDisposition]
                    == "attachment; filename=\"_tta _rader_.txt\"; filename*=UTF-8''%C3%85tta%20%22rader%22.txt")
            #expect(read.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            #expect(read.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(read.headers[.xContentTypeOptions] == "nosniff")
            #expect(try await api.get("\(own)/content", as: People.amira).status == 404)
            #expect(try await api.send(.delete, own, as: People.karin).status == 204)
            #expect(try await api.get(own, as: People.karin).status == 404)
        }
    }

    @Test func `are refused beside their field, and too large ones at once`() async throws {
        try await API.with { api in
            let made = try await api.scene.case(.drafted)
            let path = Link.API.application(made.application)
            let wrong = try await add("MZ\u{0}", named: "a.pdf", to: path, in: api)
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("is_no_file_of_a_known_kind"))
            let large = try await add(
                String(repeating: "a", count: 10 * 1024 * 1024 + 1), named: "a.txt", to: path, in: api)
            #expect(
                large.status == 413 && large.text.contains("En fil får vara högst 10 MB") && large.fields == ["file"])
            #expect(
                try await api.send(.patch, path, as: People.karin, String(repeating: " ", count: 300_000)).status == 413
            )
        }
    }

    @Test func `sent twice under one key are added once`() async throws {
        try await API.with { api in
            let made = try await api.scene.case(.drafted)
            let path = Link.API.application(made.application)
            let key: HTTPFields = [try #require(HTTPField.Name("Idempotency-Key")): "en-bilaga"]
            let first = try await add("Text", named: "a.txt", to: path, in: api, key)
            let second = try await add("Text", named: "a.txt", to: path, in: api, key)
            #expect(first.status == 201 && first.headers[.location] == second.headers[.location])
            #expect(try await add("Text", named: "b.txt", to: path, in: api, key).status == 422)
        }
    }

    @Test func `and what follows a submission: receipt, partners, similar ones`() async throws {
        try await API.with { api in
            let made = try await api.scene.case(.drafted)
            let path = Link.API.application(made.application)
            let version = try #require(try await api.get(path, as: People.karin).headers[.eTag])
            let lund = try api.scene.library(of: api.scene.lena)
            let partners =
                #"{"partners": [{"libraryId": "\#(lund)", "role": "co-applicant", "contribution": "Lokal"}]}"#
            let put = try await api.send(.put, "\(path)/partners", as: People.karin, partners, [.ifMatch: version])
            #expect(put.status == 200)
            #expect(try await api.get(path, as: People.sven).status == 200)
            let confirmed = try await api.send(
                .post, "\(path)/partners/\(lund)/confirmation", as: People.sven)
            #expect(confirmed.status == 200)
            #expect(
                try await api.send(.post, "\(path)/submission", as: People.ulf, #"{"attested": true}"#).status == 200)
            let receipt = try await api.get("\(path)/receipt", as: People.karin)
            let snapshot = try await api.get("\(path)/snapshot", as: People.karin)
            #expect(snapshot.headers[.eTag] == "\"\(try #require(receipt["sha256"].text))\"")
            let other = try await api.scene.case(.drafted, in: made.call)
            let similar = try await api.get("\(Link.API.application(other.application))/similar", as: People.karin)
            #expect(similar.text.contains("\(made.application)"))
            let outbox = try await api.scene.database.outbox(limit: 5)
            #expect(outbox.contains { $0.payload.contains("Läslust för alla") && $0.payload.contains("sha256") })
        }
    }
}
