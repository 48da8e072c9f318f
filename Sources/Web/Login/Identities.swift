package import Domain
import Operations
import HTTPTypes

/// Finds out who sends a request. Store keeps the sessions and tokens; here only hashes are asked for.
package protocol Identities: Sendable {
    /// The person of a living session, by the SHA-256 of its cookie.
    func person(withSession hash: [UInt8]) async throws -> Person?
    /// The person of a valid bearer token, by its SHA-256.
    func person(withToken hash: [UInt8]) async throws -> Person?
}

/// The proof of who somebody is that a request carries: under /api a bearer token and never a cookie, so that no other
/// site's page can use it; on pages a cookie and never a token.
enum Credentials {
    static func identify(_ request: inout WebRequest, by identities: any Identities) async throws {
        switch request.kind {
        case .api: try await readToken(&request, identities)
        case .page: try await readCookie(&request, identities)
        case .file: break
        }
    }

    private static func readToken(_ request: inout WebRequest, _ identities: any Identities) async throws {
        guard let field = request.headers[.authorization] else { return }
        let parts = field.split(separator: " ", maxSplits: 1)
        // Whoever shows a token that is none is told so, even where anybody may read.
        guard parts.count == 2, parts[0].lowercased() == "bearer", let token = Secret(String(parts[1])),
            let person = try await identities.person(withToken: token.hash)
        else { throw RequestFault(.badToken) }
        request.person = person
    }

    private static func readCookie(_ request: inout WebRequest, _ identities: any Identities) async throws {
        let cookie = SessionCookie(request.settings)
        guard let session = cookie.secret(in: request.headers),
            let person = try await identities.person(withSession: session.hash)
        else { return }
        request.session = session
        request.person = person
    }
}
