import Domain
import HTTPTypes
import Hummingbird
import Testing

@testable import Web

@Suite struct `What a request says in its headers` {
    func request(_ fields: HTTPFields) -> WebRequest {
        let head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/api/v1/x", headerFields: fields)
        return WebRequest(
            Request(head: head, body: .init(buffer: .init())), id: "1",
            settings: WebSettings(publicAddress: "http://localhost"))
    }

    @Test(arguments: ["a", "8e03978e-40d5-43e8-bc93-6894a57f9324", String(repeating: "k", count: 255)])
    func `an idempotency key is taken`(_ key: String) throws {
        #expect(try request([try .named("Idempotency-Key"): key]).idempotencyKey == key)
    }

    @Test(arguments: ["", "a b", "å", String(repeating: "k", count: 256)])
    func `what is no idempotency key is refused`(_ key: String) throws {
        let request = request([try .named("Idempotency-Key"): key])
        #expect(throws: RequestFault(.badIdempotencyKey, field: "Idempotency-Key")) { try request.idempotencyKey }
    }

    @Test func `without a key there is none`() throws {
        #expect(try request([:]).idempotencyKey == nil)
    }

    @Test func `the version that a change expects`() throws {
        #expect(try request([.ifMatch: #""12""#]).expectedVersion() == 12)
        #expect(try request([.ifMatch: "*"]).requiredVersion() == nil)
        #expect(try request([:]).expectedVersion() == nil)
        #expect(throws: Refusal.versionNeeded) { try request([:]).requiredVersion() }
        for field in [#"W/"12""#, "12", #""a""#, #""1", "2""#] {
            #expect(throws: Refusal.stale) { try request([.ifMatch: field]).expectedVersion() }
        }
    }
}
