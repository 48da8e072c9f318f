import Domain
import Testing

@Suite struct `A registry number` {
    @Test(arguments: [(1, "SAM 2027/0001"), (9999, "SAM 2027/9999"), (12_345, "SAM 2027/12345")])
    func `names the year and has four digits or more`(_ number: Int, _ text: String) {
        #expect(RegistryNumber(year: 2027, number: number).description == text)
    }
}
