import Domain
import RuleSnapshots
import Testing

@testable import Store

@Suite struct `The inputs of an evaluation` {
    @Test func `come back as they were written, to the same verdict and findings`() throws {
        var source = RandomInputs(seed: 7)
        for _ in 0..<1_000 {
            let inputs = source.next()
            let text = inputs.canonicalText
            let again = try #require(try RuleInputs(canonicalText: text))
            #expect(again.canonicalText == text)
            let (then, now) = (inputs.evaluation, again.evaluation)
            #expect(now.verdict == then.verdict)
            #expect(now.findings.map(KeptFinding.init) == then.findings.map(KeptFinding.init))
        }
    }

    @Test func `of another form are not read`() throws {
        var source = RandomInputs(seed: 8)
        let text = source.next().canonicalText.replacing("\"form\":1,", with: "\"form\":2,")
        #expect(try RuleInputs(canonicalText: text) == nil)
    }

    @Test func `say nothing of where an online meeting is`() {
        var source = RandomInputs(seed: 9)
        for _ in 0..<100 { #expect(!source.next().canonicalText.contains("https")) }
    }
}
