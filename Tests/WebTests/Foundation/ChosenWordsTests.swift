import Testing

@testable import Web

@Suite struct `What was chosen in a form` {
    @Test(arguments: [
        ("kind", "lecture", "Föreläsning"), ("budget.0.kind", "travel", "Resor"), ("outcome", "reject", "Avslå"),
        ("authority", "board", "En nämnd har beslutat, och jag registrerar beslutet"), ("attested", "true", "Ja"),
        ("events.0.carriedOut", "no", "Nej"),
    ])
    func `is shown again in the words in which it was offered`(_ field: String, _ value: String, _ words: String) {
        #expect(Phrases(.swedish).chosen(value, in: field) == words)
    }

    @Test func `is shown as it is where somebody typed it`() {
        for (field, value) in [("title", "lecture"), ("kind", "Annat"), ("reasons", "approve")] {
            #expect(Phrases(.swedish).chosen(value, in: field) == nil)
        }
    }
}
