import Foundation

/// One file of SQL as it lies on disk, its line ends made `\n` so that a checkout on Windows gives the same checksum.
struct SourceFile {
    let path: String
    let text: String

    /// `Queries`, `Migrations` or `Seeds`.
    var folder: String { String(path.split(separator: "/").dropLast().last ?? "") }

    /// The file's name without `.sql`.
    var stem: String { String((path.split(separator: "/").last ?? "").dropLast(4)) }

    init(path: String, text: String) throws(Fault) {
        self.path = path
        self.text = text.replacing("\r\n", with: "\n")
        var line = 1
        for scalar in self.text.unicodeScalars {
            if scalar == "\n" { line += 1 }
            // A Swift literal would change a lone CR, and PostgreSQL ends a text at NUL.
            if scalar == "\u{FEFF}" || (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") {
                throw Fault(file: path, line: line, message: "a control character or byte order mark has no place here")
            }
        }
    }

    /// Every file that could be read, and a fault for each that could not.
    static func reading(_ paths: some Sequence<String>) -> (files: [SourceFile], faults: [Fault]) {
        var files: [SourceFile] = []
        var faults: [Fault] = []
        for path in paths {
            do {
                files.append(try SourceFile(path: path, text: String(contentsOfFile: path, encoding: .utf8)))
            } catch let fault as Fault {
                faults.append(fault)
            } catch {
                faults.append(Fault(file: path, line: 1, message: "cannot be read as UTF-8: \(error)"))
            }
        }
        return (files, faults)
    }
}
