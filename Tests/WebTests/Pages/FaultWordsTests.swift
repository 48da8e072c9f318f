import Domain
import Testing

@testable import Web

@Suite struct `A fault beside a field` {
    private let faults: [FieldError.Fault] = [
        .isMissing, .isUnknownField, .isTooLong(limit: 200), .isTooSmall(least: 0), .isTooSmall(least: 1),
        .isTooLarge(most: 1000), .isNotOneOf(["a"]), .doesNotExist, .isTwice, .isNotAfter("startsAt"),
        .isTooEarly(than: "demandedAt"),
        .isTooLate(than: "endsAt"), .isInTheHourThatSpringLeavesOut, .doesNotAddUp(to: .kronor(1000)),
        .isMoreThan(.kronor(1)), .hasControlCharacters, .isNot(.money), .isNot(.number), .isNot(.time), .isNot(.day),
        .isNot(.webAddress), .isNot(.identifier), .isLocked, .weightsDoNotAddUp(to: 100),
    ]

    @Test(arguments: ["capacity", "prices.own", "budget.0.amount", "events.1.eventId", "title"])
    func `names the field, whatever it is, in both languages`(_ field: String) {
        for fault in faults {
            let said = Language.allCases.map { language in
                Phrases(language).besideField(FieldError(field: field, fault: fault)) { "<\($0)>" }
            }
            for sentence in said {
                #expect(sentence.contains("<\(field)>"), "\(sentence)")
                #expect(sentence.hasSuffix("."), "\(sentence)")
            }
            #expect(said[0] != said[1])
        }
    }

    @Test func `says of seats and of money what each can be`() {
        let sv = Phrases(.swedish)
        func said(_ field: String, _ fault: FieldError.Fault) -> String {
            sv.besideField(FieldError(field: field, fault: fault)) { $0 }
        }
        #expect(said("seatPools.own", .isTooSmall(least: 0)) == "”seatPools.own” ska vara minst 0.")
        #expect(said("prices.own", .isTooSmall(least: 0)) == "Skriv ”prices.own” utan minustecken.")
        #expect(said("budget", .isTooSmall(least: 1)) == "”budget” ska vara mer än 0 kronor.")
        #expect(said("endsAt.date", .isTooLarge(most: 400)).contains("400 dagar"))
    }
}
