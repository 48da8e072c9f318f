import Domain
import Testing

@Suite struct `Four eyes and a case without conflicts` {
    private let preparation = Preparation(preparedBy: [Person.ID(number: 3), Person.ID(number: 5)])
    private let impartiality = Impartiality(
        libraries: [Skane.lund, Skane.eslov], participants: [Person.ID(number: 7), Person.ID(number: 8)])

    @Test func `another than those who prepared it decides`() {
        for number in [3, 5] {
            #expect(throws: Refusal.notAllowed(.fourEyesDecide)) {
                try preparation.checkFourEyes(Case.person(.decisionMaker, number: number))
            }
        }
        #expect(throws: Never.self) { try preparation.checkFourEyes(Case.person(.decisionMaker, number: 4)) }
    }

    @Test(arguments: [Role.caseOfficer, .decisionMaker])
    func `whoever took part for the applicant does not act for the region`(_ role: Role) {
        for number in [7, 8] {
            #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try impartiality.check(Case.person(role, number: number))
            }
        }
        #expect(throws: Never.self) { try impartiality.check(Case.person(role, number: 9)) }
    }

    @Test func `whoever works for a library of the case does not act for the region`() {
        for library in [Skane.lund, Skane.eslov] {
            let employed = Person(
                id: Person.ID(number: 9), name: "Kim", email: "kim@work.example", libraryID: library,
                roles: [Person.Assignment(role: .decisionMaker, libraryID: nil)])
            #expect(throws: Refusal.notAllowed(.conflictOfInterest)) { try impartiality.check(employed) }
        }
    }

    @Test(arguments: Role.allCases.filter(\.belongsToLibrary))
    func `nor does whoever has a side job there, whatever it is`(_ role: Role) {
        func person(at library: Library.ID) -> Person {
            Person(
                id: Person.ID(number: 9), name: "Kim", email: "kim@work.example", libraryID: nil,
                roles: [
                    Person.Assignment(role: .decisionMaker, libraryID: nil),
                    Person.Assignment(role: role, libraryID: library),
                ])
        }
        #expect(throws: Refusal.notAllowed(.conflictOfInterest)) { try impartiality.check(person(at: Skane.eslov)) }
        #expect(throws: Never.self) { try impartiality.check(person(at: Skane.malmo)) }
    }
}
