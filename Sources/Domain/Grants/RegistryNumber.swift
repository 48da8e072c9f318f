/// The number under which the region registers a case, such as `SAM 2026/0001`. The form is ours.
package struct RegistryNumber: Sendable, Equatable, CustomStringConvertible {
    package let year: Int
    package let number: Int

    package init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    /// At least four digits, so that numbers of a year stand in their order.
    package var description: String {
        let digits = String(number)
        return "SAM \(year)/\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }
}
