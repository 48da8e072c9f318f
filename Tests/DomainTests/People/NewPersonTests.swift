import Domain
import Testing

@Suite struct `Somebody new` {
    @Test(arguments: [
        "anna@horby.example", "a.b+c@x.y.example", "o'neill@a-b.example", "A_1@X.example",
    ])
    func `has an address that can be reached`(_ email: String) {
        #expect(EmailAddress.isAddress(email))
        #expect(faults(email: email).isEmpty)
    }

    @Test(arguments: [
        "", "anna", "anna@", "@horby.example", "anna@horby", "a b@x.example", "a@x..example", ".a@x.example",
        "a.@x.example", "a@-x.example", "a@x-.example", "å@x.example", "a@å.example", "a@b@x.example", "a\n@x.example",
        "<a@x.example>", "a@x.example,b@x.example", "\(String(repeating: "a", count: 65))@x.example",
        "a@\(String(repeating: "b", count: 64)).example", "19121212-1212@x.example",
    ])
    func `has no other address`(_ email: String) {
        #expect(faults(email: email) == [FieldError(field: "email", fault: .isNot(.address))])
    }

    // 121212-1212 is Skatteverket's own example; 701063-2391 is its example of a coordination number.
    @Test(arguments: [
        "121212-1212", "191212121212", "19121212-1212", "1212121212", "121212+1212", "121212 1212", "701063-2391",
        "Tolvan 121212-1212 Tolvansson",
    ])
    func `bears no personal identity number`(_ number: String) {
        #expect(PersonalNumber.stands(in: number))
        #expect(faults(name: "Anna \(number)") == [FieldError(field: "name", fault: .isNot(.text))])
    }

    @Test(arguments: [
        "", "Anna", "Anna 2", "121212-1213", "123212-1212", "121200-1212", "070-123 45 67", "0701234567",
        "121212-12121", "2027-04-27", "12345678901234567890",
    ])
    func `may bear other digits`(_ text: String) {
        #expect(!PersonalNumber.stands(in: text))
    }

    @Test func `has a name, roles at their place, and none of them twice`() {
        #expect(faults(name: " ") == [FieldError(field: "name", fault: .isMissing)])
        #expect(faults(roles: tenure(.staff, nil)) == [FieldError(field: "library", fault: .isMissing)])
        #expect(faults(roles: tenure(.auditor, Skane.eslov)) == [FieldError(field: "library", fault: .isMissing)])
        #expect(
            faults(roles: tenure(.auditor, nil), tenure(.auditor, nil)) == [FieldError(field: "role", fault: .isTwice)])
        #expect(
            faults(roles: tenure(.auditor, nil, "2027-02-01", "2027-02-01"))
                == [FieldError(field: "validTo", fault: .isNotAfter("validFrom"))])
    }

    @Test(arguments: [
        (nil, "2027-03-01", nil, true), ("2027-03-01", "2027-03-01", nil, false),
        ("2027-03-02", "2027-03-01", nil, true),
        (nil, "2026-01-01", "2027-02-01", false), (nil, "2026-01-01", "2027-02-02", true),
    ])
    func `has a role again only when it has ended`(_ end: String?, _ from: String, _ to: String?, _ overlaps: Bool) {
        let held = tenure(.staff, Skane.eslov, "2027-02-01", end)
        let other = tenure(.staff, Skane.eslov, from, to)
        #expect(held.overlaps(other) == overlaps)
        #expect(other.overlaps(held) == overlaps)
        #expect(!tenure(.staff, Skane.malmo).overlaps(held))
        #expect(!tenure(.head, Skane.eslov).overlaps(held))
    }

    private func faults(
        name: String = "Anna Exempel", email: String = "anna@horby.example", roles: Tenure...
    ) -> [FieldError] {
        var errors = FieldErrors()
        NewPerson(name: name, email: email, libraryID: nil, tenures: roles).validate(&errors)
        return errors.all
    }

    private func tenure(_ role: Role, _ library: Library.ID?, _ from: String = "2027-02-01", _ to: String? = nil)
        -> Tenure
    {
        Tenure(assignment: .init(role: role, libraryID: library), validFrom: day(from), validTo: to.map { day($0) })
    }
}
