import Crypto

/// A secret that somebody shows to prove who they are: the value of a session cookie or a bearer token.
/// Only its hash is ever stored.
package struct Secret: Sendable {
    /// 43 characters of base64url: 256 bits.
    package let text: String

    /// A new one.
    package init() {
        var generator = SystemRandomNumberGenerator()
        text = Base64URL.encode((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// What somebody sent, if it can be one at all: anything that is short enough to be worth hashing.
    package init?(_ text: String) {
        guard (16...200).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E) ~= $0 }) else { return nil }
        self.text = text
    }

    /// SHA-256, as the database keeps it. A secret of 256 bits needs no salt and no slow hash.
    package var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

/// Base64 with letters that addresses and cookies take, without padding (RFC 4648 5).
package enum Base64URL {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(letters[buffer >> bits & 63])
            }
            buffer &= (1 << bits) - 1
        }
        if bits > 0 { text.append(letters[buffer << (6 - bits) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }
}
