/// Somebody who is to be registered, with the roles that they begin with.
package struct NewPerson: Sendable, Equatable {
    package let name: String
    package let email: String
    /// Where they work: a library, or if nil the region, or somewhere else.
    package let libraryID: Library.ID?
    package let tenures: [Tenure]

    package init(name: String, email: String, libraryID: Library.ID?, tenures: [Tenure]) {
        self.name = name
        self.email = email
        self.libraryID = libraryID
        self.tenures = tenures
    }

    /// Whether they work for the region: of no library, and more than a reviewer from outside.
    package var isOfRegion: Bool {
        libraryID == nil && (tenures.isEmpty || tenures.contains { $0.role.belongsToRegion })
    }

    package func validate(_ errors: inout FieldErrors) {
        errors.text(name, "name", limit: 200, required: true)
        errors.require(!PersonalNumber.stands(in: name), "name", .isNot(.text))
        errors.require(
            EmailAddress.isAddress(email) && !PersonalNumber.stands(in: email), "email", .isNot(.address))
        for (index, tenure) in tenures.enumerated() {
            tenure.validate(&errors)
            errors.require(!tenures[..<index].contains(where: tenure.overlaps), "role", .isTwice)
        }
    }
}

/// Addresses of mail that can be reached from everywhere.
package enum EmailAddress {
    /// Whether `text` is `local@domain` in the plain form of RFC 5321 4.1.2: dot-atoms, a domain of two labels or more,
    /// no quotation and no comment.
    package static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].utf8.count <= 64 else { return false }
        let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isOfAtom) }
            && labels.count >= 2 && labels.allSatisfy(isLabel)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isOfAtom(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
