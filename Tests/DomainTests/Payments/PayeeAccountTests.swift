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
