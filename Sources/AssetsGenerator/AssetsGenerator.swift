import Foundation

/// Turns the files of Assets/ into Swift: `PackageResources.samlyft_css` is the bytes of `samlyft.css`.
///
/// SwiftPM's own `.embedInCode` writes every byte as an element of an array, over which the compiler sits for half a
/// minute. A text it takes as it is.
@main enum AssetsGenerator {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else { throw Fault(text: "usage: AssetsGenerator OUTPUT FILE …") }
        let members = try arguments.dropFirst().map { try member(for: URL(filePath: $0)) }
        let source = "enum PackageResources {\n\(members.joined())}\n"
        try source.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
    }

    private static func member(for file: URL) throws -> String {
        guard let text = String(validating: try Data(contentsOf: file), as: UTF8.self) else {
            throw Fault(text: "\(file.path()) is no text in UTF-8")
        }
        let name = String(file.lastPathComponent.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        return "    static let \(name): [UInt8] = Array(\(literal(text)).utf8)\n"
    }

    /// The text as Swift writes it, on one line.
    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\n": literal += "\\n"
            case "\0"..<" ", "\u{7F}": literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    private struct Fault: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }
}
