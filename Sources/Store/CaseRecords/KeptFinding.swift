package import Domain
import Foundation
import Postgres

/// A finding as it is kept: without the repair, which is of its day.
package struct KeptFinding: Sendable, Hashable, Codable {
    package let predicate: String
    package let severity: String
    package let verdict: String
    package let reason: String
    package let event: String?
    package let libraries: [String]

    package init(_ finding: Finding) {
        predicate = finding.predicate.rawValue
        severity = finding.severity.rawValue
        verdict = finding.verdict.rawValue
        reason = finding.reason.rawValue
        event = finding.eventID?.description
        libraries = finding.libraries.map(\.description)
    }
}

extension KeptFinding {
    static func text(of findings: [Finding]) throws -> JSONText {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return JSONText(String(decoding: try encoder.encode(findings.map(KeptFinding.init)), as: UTF8.self))
    }
}
