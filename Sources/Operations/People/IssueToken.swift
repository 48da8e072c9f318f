import Crypto
import Domain
import Foundation
import Postgres
import Store

/// A secret of 256 random bits: what its holder shows, and the hash by which the service knows it again.
package struct Secret: Sendable {
    /// 43 characters of base64url.
    package let text: String

    package init() {
        // SystemRandomNumberGenerator, which is getrandom(2) on Linux.
        text = Self.base64URL(Data((0..<32).map { _ in UInt8.random(in: 0...255) }))
    }

    /// The hash of this secret.
    package var hash: [UInt8] { Self.hash(of: text) }

    /// The SHA-256 of a secret that somebody shows.
    package static func hash(of text: String) -> [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    private static func base64URL(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension Operations {
    /// A bearer token of 90 days for machines that speak for a person; nil if nobody has that address. It is told once.
    package func issueToken(named name: String, toPersonWith email: String) async throws -> Secret? {
        guard let person = try await database.person(withEmail: email) else { return nil }
        let secret = Secret()
        try await change { transaction in
            try await transaction.insertToken(secret.hash, named: name, of: person.id)
        }
        return secret
    }
}
