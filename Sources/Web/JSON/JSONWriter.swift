/// Writes JSON byte by byte, members in the order of the calls.
///
///     json.object {
///         $0.member("id", event.id)
///         $0.object("venue") { $0.member("name", venue.name) }
///         $0.array("themes", themes)
///     }
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Whether the next member or item follows another.
    private var needsComma = false

    package init(capacity: Int = 2048) { bytes.reserveCapacity(capacity) }

    /// What has been written, as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// An object: as the whole, or as an item of an array.
    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        begin(UInt8(ascii: "{"))
        try members(&self)
        end(UInt8(ascii: "}"))
    }

    /// An array whose items `each` writes.
    package mutating func array<Items: Sequence>(
        _ items: Items, _ each: (inout JSONWriter, Items.Element) throws -> Void
    ) rethrows {
        begin(UInt8(ascii: "["))
        for item in items { try each(&self, item) }
        end(UInt8(ascii: "]"))
    }

    /// A value: as the whole, or as an item of an array.
    package mutating func value(_ value: some JSONWritable) {
        separate()
        value.write(to: &self)
        needsComma = true
    }

    /// A member with a value; nil is written as null.
    package mutating func member(_ name: StaticString, _ value: some JSONWritable) {
        key(name)
        self.value(value)
    }

    /// A member that is an object.
    package mutating func object(
        _ name: StaticString, _ members: (inout JSONWriter) throws -> Void
    ) rethrows {
        key(name)
        try object(members)
    }

    /// A member that is an array whose items `each` writes.
    package mutating func array<Items: Sequence>(
        _ name: StaticString, _ items: Items, _ each: (inout JSONWriter, Items.Element) throws -> Void
    ) rethrows {
        key(name)
        try array(items, each)
    }

    /// A member that is an array of values.
    package mutating func array<Items: Sequence>(_ name: StaticString, _ items: Items)
    where Items.Element: JSONWritable {
        array(name, items) { $0.value($1) }
    }
}

extension JSONWriter {
    /// Names are ours and need no escaping. The pointer does not leave the closure, and no string is made.
    private mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func begin(_ sign: UInt8) {
        separate()
        bytes.append(sign)
        needsComma = false
    }

    private mutating func end(_ sign: UInt8) {
        bytes.append(sign)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    /// Bytes of JSON as they are: numbers and words.
    mutating func raw(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func hexadecimal(_ parts: UInt8...) {
        for part in parts {
            let (high, low) = (part >> 4, part & 15)
            bytes.append(high < 10 ? 0x30 + high : 0x57 + high)
            bytes.append(low < 10 ? 0x30 + low : 0x57 + low)
        }
    }

    /// A whole number.
    mutating func digits(_ number: Int) {
        if (0..<10).contains(number) { byte(0x30 + UInt8(truncatingIfNeeded: number)) } else { raw(String(number)) }
    }

    /// A number of at least `width` digits.
    mutating func digits(_ number: Int, width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    /// A text in quotes. U+2028 and U+2029 are escaped too: scripts once read them as line ends.
    mutating func quoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let plain = bytes.count
        bytes.append(contentsOf: text.utf8)
        // Most texts are as they should be. Looking at bytes in an array is quicker than at a text's.
        if bytes[plain...].contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0xE2 }) {
            bytes.removeSubrange(plain...)
            for scalar in text.unicodeScalars { escape(scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": raw("\\\"")
        case "\\": raw("\\\\")
        case "\n": raw("\\n")
        case "\r": raw("\\r")
        case "\t": raw("\\t")
        case "\u{2028}": raw("\\u2028")
        case "\u{2029}": raw("\\u2029")
        case "\0"..<" ": raw("\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16))
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
