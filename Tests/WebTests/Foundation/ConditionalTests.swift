import HTTPTypes
import Testing

@testable import Web

@Suite struct `Conditional requests` {
    let site = SiteOfTests()

    @Test(arguments: [#""abc""#, #""x", W/"abc""#, "*", #"W/"abc""#])
    func `who has the bytes gets 304`(_ field: String) async throws {
        let answer = try await site.get("/kalender/alla.ics", [.ifNoneMatch: field])
        #expect(answer.status == .notModified)
        #expect(answer.text.isEmpty)
        #expect(answer.headers[.eTag] == #""abc""#)
        #expect(answer.headers[.contentLength] == nil)
    }

    @Test(arguments: [#""abd""#, "abc", #""abc-gzip""#])
    func `who has other bytes gets these`(_ field: String) async throws {
        let answer = try await site.get("/kalender/alla.ics", [.ifNoneMatch: field])
        #expect(answer.status == .ok)
        #expect(answer.text == "calendar of alla")
    }

    @Test func `dates decide where no tag is sent`() async throws {
        let changed = try #require(try await site.get("/kalender/alla.ics").headers[.lastModified])
        #expect(changed == "Fri, 15 Jan 2027 08:00:00 GMT")
        #expect(try await site.get("/kalender/alla.ics", [.ifModifiedSince: changed]).status == .notModified)
        let earlier = "Fri, 15 Jan 2027 07:59:59 GMT"
        #expect(try await site.get("/kalender/alla.ics", [.ifModifiedSince: earlier]).status == .ok)
        let both: HTTPFields = [.ifModifiedSince: changed, .ifNoneMatch: #""other""#]
        #expect(try await site.get("/kalender/alla.ics", both).status == .ok)
    }

    @Test(arguments: [("gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("gzip;q=0", false), ("br", false)])
    func `compressed bytes go to those who take them`(_ field: String, _ takes: Bool) async throws {
        let answer = try await site.get("/kalender/alla.ics", [.acceptEncoding: field])
        #expect(answer.headers[.contentEncoding] == (takes ? "gzip" : nil))
        #expect(answer.headers[.eTag] == (takes ? #""abc-gzip""# : #""abc""#))
        #expect(answer.headers[.vary]?.contains("Accept-Encoding") == true)
    }

    @Test func `JSON with a version answers 304 too`() async throws {
        #expect(try await site.get("/api/v1/open").headers[.eTag] == #""12""#)
        #expect(try await site.get("/api/v1/open", [.ifNoneMatch: #""12""#]).status == .notModified)
    }

    @Test(arguments: [
        (#""12""#, 204), ("*", 204), (#""3", "12""#, 412), (#"W/"12""#, 412), (#""11""#, 412), ("12", 412),
    ])
    func `a change wants the version that stands`(_ field: String, _ status: Int) async throws {
        let answer = try await site.send(.put, "/api/v1/things/1", [.ifMatch: field], body: "")
        #expect(answer.status.code == status)
    }

    @Test func `a change without a version is asked for one`() async throws {
        #expect(try await site.send(.put, "/api/v1/things/1", body: "").status == .preconditionRequired)
    }

    @Test func `the style sheet is kept for ever under the name of its content`() async throws {
        let answer = try await site.get(Assets.stylesheet.path)
        #expect(answer.status == .ok)
        #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
        #expect(try await site.get("/greeting").text.contains(Assets.stylesheet.path))
    }
}
