import Crypto
import Foundation

extension [UInt8] {
    /// The SHA-256 of these bytes.
    var sha256: [UInt8] { Array(SHA256.hash(data: Data(self))) }
}
