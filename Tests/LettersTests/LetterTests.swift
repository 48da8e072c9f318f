import Domain
import Letters
import Testing

@Suite struct `A letter` {
    @Test func `says all that binds, in Swedish`() {
        let record = Self.letter().record
        for part in [
            "<html lang=\"sv\">", "BES 2027/0007", "SAM 2027/0031", "Regionen beviljar 30\u{A0}000\u{A0}kr.",
            "27 april 2027",
            "Villkoret.", "Återkravsförbehåll", "Förbehållet.", "Så överklagar du.", "K 4.1", "Dag Granfors",
        ] {
            #expect(record.contains(part), "\(part)")
        }
    }

    @Test func `says in English that it is a translation, with the region's English words`() {
        let translation = Self.letter().translation
        #expect(translation.contains("<html lang=\"en\">"))
        #expect(translation.contains("A translation. The Swedish document is the decision."))
        #expect(translation.contains("The condition.") && !translation.contains("Villkoret."))
        #expect(translation.contains("SEK\u{A0}30,000"))
        #expect(translation.contains("Angeläget."), "what people wrote is not translated")
    }

    @Test func `shows Swedish words where the region has no English ones`() {
        #expect(Self.letter(translated: false).translation.contains("Villkoret."))
    }

    @Test func `escapes what people wrote`() {
        let record = Self.letter(reasons: "<script>alert(1)</script>").record
        #expect(!record.contains("<script"))
        #expect(record.contains("&lt;script&gt;"))
    }

    @Test func `writes öre only where there are any`() {
        #expect(LetterWords(.swedish).money(Money(ore: 123_456_7)) == "12\u{A0}345,67\u{A0}kr")
        #expect(LetterWords(.english).money(Money(ore: 100_005)) == "SEK\u{A0}1,000.05")
    }

    @Test func `says whom to ask, in its own language`() {
        let letter = Self.letter()
        #expect(letter.record.contains("Fråga Amira.") && !letter.record.contains("Ask Amira."))
        #expect(letter.translation.contains("Ask Amira."))
    }

    private static func letter(reasons: String = "Angeläget.", translated: Bool = true) -> Letter {
        func terms(_ words: String...) -> Decision.Terms {
            Decision.Terms(
                conditions: words[0], reclaimReservation: words[1], appeal: .legalityReview, appealText: words[2])
        }
        let delegation = Delegation(
            id: Delegation.ID(), number: "K 4.1", text: "Besluta om bidrag.", personID: nil, outcomes: [.approved],
            maximumAmount: nil, validFrom: Day(daysSince1970: 0), validTo: nil)
        return Letter(
            .decision(
                DecisionContent(
                    outcome: .approved(.kronor(30_000)), sought: .kronor(30_000), reasons: reasons,
                    terms: terms("Villkoret.", "Förbehållet.", "Så överklagar du."),
                    translatedTerms: translated
                        ? terms("The condition.", "The reservation.", "How to appeal.") : nil,
                    power: .delegation(delegation))),
            head: Letter.Head(
                region: "Region Skåne", number: "BES 2027/0007", registryNumber: "SAM 2027/0031",
                issuedOn: Day(year: 2027, month: 4, day: 27) ?? Day(daysSince1970: 0), issuedBy: "Dag Granfors",
                applicant: "Klippans bibliotek", title: "Läslust", call: "Kompetensutveckling", decisionNumber: nil,
                contact: ("Fråga Amira.", "Ask Amira.")))
    }
}
