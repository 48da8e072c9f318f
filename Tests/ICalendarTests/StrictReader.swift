/// Reads iCalendar octets as strictly as RFC 5545 is written, and refuses what any client is known to stumble on.
struct StrictReader {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    struct Property: Equatable {
        let name: String
        let parameters: [String: String]
        /// As written, still escaped.
        let value: String

        /// The value of a TEXT property.
        var text: String {
            get throws { try unescaped(value) }
        }
    }

    let properties: [Property]

    init(_ octets: [UInt8]) throws {
        properties = try Self.lines(of: octets).map(Self.property)
        var open: [String] = []
        for property in properties {
            switch property.name {
            case "BEGIN": open.append(property.value)
            case "END":
                guard open.popLast() == property.value else { throw Problem(description: "END:\(property.value)") }
            default: guard !open.isEmpty else { throw Problem(description: "\(property.name) outside of a component") }
            }
        }
        guard open.isEmpty else { throw Problem(description: "\(open) not ended") }
    }

    /// The properties of each event, in order.
    var events: [[Property]] {
        properties.split { $0.name == "BEGIN" && $0.value == "VEVENT" }.dropFirst().map { part in
            Array(part.prefix { $0.name != "END" })
        }
    }

    /// What is said of the calendar itself.
    var calendar: [Property] { Array(properties.dropFirst().prefix { $0.name != "BEGIN" }) }

    /// 3.1: lines of at most 75 octets of whole characters, ended by CR LF, put together again.
    private static func lines(of octets: [UInt8]) throws -> [[UInt8]] {
        guard octets.suffix(2) == [13, 10] else { throw Problem(description: "the last line is not ended") }
        var lines: [[UInt8]] = []
        for piece in octets.dropLast(2).split(separator: 10, omittingEmptySubsequences: false) {
            let isLast = piece.endIndex == octets.count - 2
            guard isLast || piece.last == 13 else { throw Problem(description: "LF without CR") }
            let line = isLast ? piece : piece.dropLast()
            guard !line.isEmpty, line.count <= 75 else { throw Problem(description: "a line of \(line.count) octets") }
            guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 9 }) else {
                throw Problem(description: "a control")
            }
            guard let text = String(validating: line, as: UTF8.self) else {
                throw Problem(description: "a cut character")
            }
            guard line.first != 9 else { throw Problem(description: "folded with TAB") }
            if line.first == 32, let last = lines.last {
                try refuseCut(between: last, and: text.dropFirst())
                lines[lines.count - 1] += line.dropFirst()
            } else {
                lines.append(Array(line))
            }
        }
        return lines
    }

    /// Not in the RFC: what people see as one character stays whole.
    private static func refuseCut(between before: [UInt8], and after: Substring) throws {
        let before = String(decoding: before, as: UTF8.self)
        if before.count + after.count != (before + after).count {
            throw Problem(description: "a character cut in \(before.suffix(5)) | \(after.prefix(5))")
        }
    }

    private static func property(_ line: [UInt8]) throws -> Property {
        let characters = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
        var isQuoted = false
        var parts: [String] = [""]
        for (index, scalar) in characters.enumerated() {
            if scalar == "\"" { isQuoted.toggle() }
            switch scalar {
            case ":" where !isQuoted:
                let value = String(String.UnicodeScalarView(characters[(index + 1)...]))
                return try Property(name: name(parts[0]), parameters: parameters(parts.dropFirst()), value: value)
            case ";" where !isQuoted: parts.append("")
            default: parts[parts.count - 1].unicodeScalars.append(scalar)
            }
        }
        throw Problem(description: "no colon in \(parts)")
    }

    private static func name(_ text: String) throws -> String {
        guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "-") }) else {
            throw Problem(description: "the name \(text)")
        }
        return text
    }

    private static func parameters(_ parts: ArraySlice<String>) throws -> [String: String] {
        var parameters: [String: String] = [:]
        for part in parts {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { throw Problem(description: "the parameter \(part)") }
            var value = halves[1]
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 {
                value = value.dropFirst().dropLast()
            } else if value.contains(",") {
                throw Problem(description: "the parameter \(part) is not quoted")
            }
            guard !value.contains("\"") else { throw Problem(description: "the parameter \(part)") }
            parameters[try name(String(halves[0]))] = try unescapedParameter(value)
        }
        return parameters
    }
}

/// RFC 5545 3.3.11: four escapes and no other; bare commas and semicolons are none of a single text.
private func unescaped(_ value: String) throws -> String {
    var text = String.UnicodeScalarView()
    var scalars = value.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
        switch scalar {
        case "\\":
            switch scalars.next() {
            case "n": text.append("\n")
            case let next? where "\\;,".unicodeScalars.contains(next): text.append(next)
            default: throw StrictReader.Problem(description: "an escape in \(value)")
            }
        case ",", ";": throw StrictReader.Problem(description: "a bare \(scalar) in \(value)")
        default: text.append(scalar)
        }
    }
    return String(text)
}

/// RFC 6868.
private func unescapedParameter(_ value: Substring) throws -> String {
    var text = ""
    var characters = value.makeIterator()
    while let character = characters.next() {
        guard character == "^" else {
            text.append(character)
            continue
        }
        switch characters.next() {
        case "^": text += "^"
        case "'": text += "\""
        case "n": text += "\n"
        default: throw StrictReader.Problem(description: "an escape in \(value)")
        }
    }
    return text
}
