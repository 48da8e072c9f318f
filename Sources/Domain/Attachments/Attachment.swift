/// A file that an application carries, without its bytes.
package struct Attachment: Sendable, Equatable {
    package typealias ID = Identifier<Attachment>

    package let id: ID
    package let applicationID: GrantApplication.ID
    package let name: FileName
    package let kind: FileKind
    /// What the file is, in its writer's words.
    package let description: String
    package let size: Int
    /// SHA-256.
    package let hash: [UInt8]
    package let addedBy: Person.ID
    package let addedAt: Instant
    package let scan: Scan

    /// What is known of whether the file harms its reader.
    package enum Scan: Sendable, Equatable {
        /// It waits for the scanner, and nobody gets it.
        case quarantined
        case clean(at: Instant)
        /// Nobody ever gets it.
        case infected(finding: String, at: Instant)
        /// There was no scanner when it came.
        case unscanned

        package var state: State {
            switch self {
            case .quarantined: .quarantined
            case .clean: .clean
            case .infected: .infected
            case .unscanned: .unscanned
            }
        }

        package enum State: String, Sendable, CaseIterable {
            case quarantined, clean, infected, unscanned
        }
    }

    package init(
        id: ID, applicationID: GrantApplication.ID, name: FileName, kind: FileKind, description: String, size: Int,
        hash: [UInt8], addedBy: Person.ID, addedAt: Instant, scan: Scan
    ) {
        self.id = id
        self.applicationID = applicationID
        self.name = name
        self.kind = kind
        self.description = description
        self.size = size
        self.hash = hash
        self.addedBy = addedBy
        self.addedAt = addedAt
        self.scan = scan
    }

    /// Whether its bytes may leave the service: not before the scanner has said so, and never if it found something.
    package var isServed: Bool { scan.state == .clean || scan.state == .unscanned }

    /// SHA-256 as people compare it.
    package var hexadecimalHash: String { Hexadecimal.text(hash) }
}

/// How much an application may carry, and whether a scanner looks at it.
package struct AttachmentLimits: Sendable, Equatable {
    /// Bytes of one file.
    package let file: Int
    /// Bytes of all files of an application.
    package let total: Int
    /// Files of an application.
    package let count: Int
    /// Whether files wait in quarantine for a scanner.
    package let isScanned: Bool

    package init(
        file: Int = 10 * 1024 * 1024, total: Int = 50 * 1024 * 1024, count: Int = 20, isScanned: Bool = false
    ) {
        self.file = file
        self.total = total
        self.count = count
        self.isScanned = isScanned
    }
}

/// Bytes as people read them.
package enum Hexadecimal {
    /// Two lower-case digits a byte.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
