import Foundation
import Testing

@testable import Domain

@Suite struct `What docs/rules.md says of the rule` {
    @Test func `stand beside every finding that the rule can make`() throws {
        let text = try document()
        for reason in Finding.Reason.allCases where reason != .holds {
            #expect(text.contains("`\(reason.rawValue)`"), "\(reason.rawValue)")
        }
    }

    private func document() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/rules.md"), encoding: .utf8)
    }
}
