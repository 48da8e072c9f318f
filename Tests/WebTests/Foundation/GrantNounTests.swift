import Domain
import Testing

@testable import Web

@Suite struct `The noun of the region` {
    private let support = Phrases(.swedish, noun: .stod)

    @Test(arguments: [
        ("Ett bidrag", "Ett stöd"), ("Bidraget gäller", "Stödet gäller"), ("alla bidragen.", "alla stöden."),
        ("Bidragsregeln", "Stödregeln"), ("ett bidragsvillkor", "ett stödvillkor"),
        ("Ett bidrags belopp", "Ett stöds belopp"), ("bidragets villkor", "stödets villkor"), ("uppdrag", "uppdrag"),
        ("bidrag bidraget", "stöd stödet"),
    ])
    func `is put into every form of the word`(_ written: String, _ said: String) {
        #expect(GrantNoun.stod.inflected(written) == said)
        #expect(GrantNoun.bidrag.inflected(written) == written)
    }

    @Test func `is put into our own words and into nobody else's`() {
        let title = "Bidrag till biblioteksutveckling 2018"
        #expect(support.say("Bidraget från \(title) är bidrag", en: "") == "Stödet från \(title) är stöd")
        #expect(Phrases(.swedish).say("Bidraget från \(title)", en: "") == "Bidraget från \(title)")
        #expect(Phrases(.english, noun: .stod).say("Bidraget", en: "The grant of bidrag") == "The grant of bidrag")
    }

    @Test func `is the only one that a phrase says`() {
        let words = [
            support.theRule, support.handlingText, support.callsLead, support.reclaimReservation, support.ruleHolds,
            support.conditionsOfGrant, support.message(.grantIsNotInForce), support.message(.eventHasAnotherGrant),
        ]
        for word in words { #expect(!word.lowercased().contains("bidrag"), "\(word)") }
        #expect(support.theRule == "Stödregeln")
    }
}
