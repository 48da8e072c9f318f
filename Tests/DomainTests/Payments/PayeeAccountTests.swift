import Domain
import Testing

@Suite struct `A payee account` {
    @Test(arguments: [
        (PayeeAccount.Kind.bankgiro, "123-4566", "123-4566"), (.bankgiro, "1234 5674", "1234-5674"),
        (.bankgiro, "9912346", "991-2346"), (.plusgiro, "12 34 56-6", "12 34 56-6"), (.plusgiro, "2-6", "2-6"),
        (.plusgiro, "123455", "1 23 45-5"),
    ])
    func `is read with spaces and hyphens or without, and written as it is on paper`(
        _ kind: PayeeAccount.Kind, _ typed: String, _ written: String
    ) throws {
        #expect(try #require(PayeeAccount(kind, typed: typed)).description == written)
    }

    @Test(arguments: [
        (PayeeAccount.Kind.bankgiro, "123-4567"), (.bankgiro, "26"), (.bankgiro, "123456789"), (.bankgiro, ""),
        (.plusgiro, "1"), (.plusgiro, "123456-7"), (.plusgiro, "12A456-6"), (.plusgiro, "٢٦"),
    ])
    func `needs digits of the right number with their check digit`(_ kind: PayeeAccount.Kind, _ typed: String) {
        #expect(PayeeAccount(kind, typed: typed) == nil)
    }

    @Test func `with one digit changed is never another account`() {
        for place in 0..<7 {
            for digit in "0123456789" {
                var digits = Array("1234566")
                guard digits[place] != digit else { continue }
                digits[place] = digit
                #expect(PayeeAccount(.bankgiro, typed: String(digits)) == nil)
            }
        }
    }
}

@Suite struct `The words of how to pay` {
    @Test(arguments: [
        "Betala till bankgiro 123-4566.", "BG: 1234-5674, senast {day}.", "bankgironummer 1234566",
        "Plusgiro 12 34 56-6",
        "Pay to bankgiro no. 123-4566 2026 at the latest", "Fråga ekonomi om kontot.", "Betala till {bankgiro}.", "",
        "Bankgirot öppnar kl. 9.", "Ange {number} som referens, 5555.",
    ])
    func `may name a giro number with its check digit, or none`(_ text: String) {
        #expect(PayeeAccount.misread(in: text).isEmpty)
    }

    @Test(arguments: [
        ("Betala till bankgiro 123-4567.", "123-4567"), ("bg 1234-5675", "1234-5675"),
        ("Plusgiro 12 34 56-7", "12 34 56-7"),
        ("BANKGIRO: 12345", "12345"), ("bankgironr 123\u{2011}4567", "123\u{2011}4567"), ("pg 1", "1"),
    ])
    func `name no number without one`(_ text: String, _ number: String) {
        #expect(PayeeAccount.misread(in: text) == [number])
        let written = DecisionText(kind: .repayment, language: .swedish, validFrom: day("2027-01-02"), text: text)
        var errors = FieldErrors()
        written.validate(&errors, today: day("2027-01-01"))
        #expect(throws: Refusal.invalid("text", .isNot(.account))) { try errors.check() }
    }

    @Test func `are the only text that is read so`() throws {
        let text = DecisionText(
            kind: .announcement, language: .swedish, validFrom: day("2027-01-02"), text: "bankgiro 123-4567")
        var errors = FieldErrors()
        text.validate(&errors, today: day("2027-01-01"))
        try errors.check()
    }
}
