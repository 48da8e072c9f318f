import Domain

/// People and an application of Lund's, as the suites of this folder need them.
enum Case {
    static func person(_ role: Role, at library: Library.ID? = Skane.lund, number: Int = 1) -> Person {
        let home = role.belongsToLibrary ? library : nil
        return Person(
            id: Person.ID(number: number), name: "Kim", email: "kim@work.example", libraryID: home,
            roles: [Person.Assignment(role: role, libraryID: home)])
    }

    static let nobody = Person(
        id: Person.ID(number: 99), name: "Alex", email: "alex@work.example", libraryID: Skane.malmo, roles: [])

    static func application(_ status: GrantApplication.Status, isReceived: Bool? = nil) -> GrantApplication {
        let receipt = GrantApplication.Receipt(
            registryNumber: "2027-001", submittedBy: Person.ID(number: 7), submittedAt: clock("2027-02-20T09:00"))
        let wasReceived = isReceived ?? ![.draft, .lapsed].contains(status)
        return GrantApplication(
            id: GrantApplication.ID(number: 1), callID: Call.ID(number: 1), libraryID: Skane.lund,
            request: GrantRequest(title: "Källkritik i hela Skåne"), status: status,
            receipt: wasReceived ? receipt : nil, caseOfficerID: nil, createdBy: nil, version: 1,
            changedAt: clock("2027-02-20T09:00"))
    }
}
