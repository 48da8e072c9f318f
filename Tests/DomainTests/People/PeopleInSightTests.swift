import Domain
import Testing

@Suite struct `People in sight` {
    private let eva = worker(1, at: Skane.eslov)
    private let mats = worker(2, at: Skane.malmo)
    private let olle = worker(3, at: nil)
    private let gone = worker(4, at: Skane.eslov, leftAt: clock("2027-01-01T00:00"))

    @Test(arguments: [Role.staff, .head])
    func `of a member of staff and of a head are active colleagues, by address and without roles`(_ role: Role) {
        let sight = PeopleInSight(of: reader(.init(role: role, libraryID: Skane.eslov)))
        #expect(sight.parts(of: eva) == [.address])
        for other in [mats, olle, gone] { #expect(sight.parts(of: other) == nil) }
    }

    @Test(arguments: [Role.caseOfficer, .decisionMaker, .finance, .developer])
    func `of the region are those of all libraries, by role and without address`(_ role: Role) {
        let sight = PeopleInSight(of: reader(.init(role: role, libraryID: nil)))
        for other in [eva, mats] { #expect(sight.parts(of: other) == [.roles]) }
        for other in [olle, gone] { #expect(sight.parts(of: other) == nil) }
    }

    @Test(arguments: [Role.administrator, .auditor])
    func `of administrator and auditor are all, with all there is`(_ role: Role) {
        let sight = PeopleInSight(of: reader(.init(role: role, libraryID: nil)))
        for other in [eva, mats, olle, gone] { #expect(sight.parts(of: other) == Set(PeopleInSight.Part.allCases)) }
    }

    @Test func `of somebody of the region who is also on the staff of a library are both`() {
        let sight = PeopleInSight(
            of: reader(.init(role: .decisionMaker, libraryID: nil), .init(role: .staff, libraryID: Skane.eslov)))
        #expect(sight.parts(of: eva) == [.address, .roles])
        #expect(sight.parts(of: mats) == [.roles])
    }

    @Test(arguments: Role.allCases.filter { ![.staff, .head].contains($0) && $0.belongsToLibrary })
    func `of nobody who only hosts, applies or signs at a library, or has no role, are none`(_ role: Role) {
        let roles: [Person.Assignment] = [.init(role: role, libraryID: Skane.eslov)]
        for roles in [roles, []] {
            let sight = PeopleInSight(of: Person(id: .init(), name: "N", email: "n", libraryID: nil, roles: Set(roles)))
            for other in [eva, mats, olle, gone] { #expect(sight.parts(of: other) == nil) }
        }
    }

    private func reader(_ roles: Person.Assignment...) -> Person {
        Person(id: .init(), name: "Läsare", email: "l@x.example", libraryID: nil, roles: Set(roles))
    }
}

private func worker(_ number: Int, at library: Library.ID?, leftAt: Instant? = nil) -> RegisteredPerson {
    RegisteredPerson(
        person: Person(
            id: .init(number: number), name: "N \(number)", email: "n\(number)@x.example", libraryID: library, roles: []
        ),
        libraryName: nil, tenures: [], leftAt: leftAt)
}
