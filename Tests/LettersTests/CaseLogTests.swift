import Foundation
import Letters
import Testing

@Suite struct `The words of the case log` {
    /// Read from the sources: an operation that logs something new without words is found here.
    @Test func `say everything that an operation writes there`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Operations")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var kinds: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /(?:record\(\s*|logged: )"(?<kind>[a-z-]+)"/) {
                kinds.insert(String(match.output.kind))
            }
        }
        #expect(kinds.count > 30, "the control: the pattern finds what is written")
        #expect(kinds.filter { CaseLogWords.words(of: $0) == nil }.sorted() == [])
        for words in CaseLogWords.all.values { #expect(!words.swedish.isEmpty && !words.english.isEmpty) }
    }
}
