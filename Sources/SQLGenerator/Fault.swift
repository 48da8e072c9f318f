/// What is wrong with the SQL we were given, and where.
struct Fault: Error, Equatable, CustomStringConvertible {
    let file: String
    let line: Int
    let message: String

    var description: String { "\(file):\(line): error: \(message)" }
}

/// Everything that is wrong, told at once.
struct Faults: Error {
    let all: [Fault]
}
