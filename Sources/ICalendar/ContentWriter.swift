/// Writes content lines (RFC 5545 3.1): one line is put together, and then laid down in pieces of at most 75 octets.
struct ContentWriter {
    var bytes: [UInt8] = []
    private var line: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        line.reserveCapacity(2_000)
    }

    /// A line of ours, as it stands.
    mutating func line(_ content: String) {
        line.append(contentsOf: content.utf8)
        endLine()
    }

    /// A line that begins as it stands and goes on with what `write` adds.
    mutating func line(_ beginning: String, _ write: (inout [UInt8]) -> Void) {
        line.append(contentsOf: beginning.utf8)
        write(&line)
        endLine()
    }

    mutating func text(_ name: String, _ value: String) {
        line(name) { line in
            line.append(UInt8(ascii: ":"))
            line.append(text: value)
        }
    }

    /// Nothing where there is no text: an empty property tells nobody anything.
    mutating func optionalText(_ name: String, _ value: String) {
        if !value.trimmedForCalendar.isEmpty { text(name, value) }
    }

    mutating func texts(_ name: String, _ values: [String]) {
        let values = values.filter { !$0.trimmedForCalendar.isEmpty }
        guard !values.isEmpty else { return }
        line(name) { line in
            for (index, value) in values.enumerated() {
                line.append(UInt8(ascii: index == 0 ? ":" : ","))
                line.append(text: value)
            }
        }
    }

    mutating func address(_ name: String, _ value: String) {
        line(name) { line in
            line.append(UInt8(ascii: ":"))
            line.append(address: value)
        }
    }

    mutating func instant(_ name: String, _ instant: UTCInstant) {
        line(name) { line in
            line.append(UInt8(ascii: ":"))
            line.append(instant: instant)
        }
    }

    private mutating func endLine() {
        if line.count <= Folding.limit {
            bytes.append(contentsOf: line)
        } else {
            fold()
        }
        bytes.append(13)
        bytes.append(10)
        line.removeAll(keepingCapacity: true)
    }

    private mutating func fold() {
        var start = 0
        while true {
            // A continued line spends one octet on its space.
            let end = Folding.end(of: line, from: start, room: start == 0 ? Folding.limit : Folding.limit - 1)
            bytes.append(contentsOf: line[start..<end])
            guard end < line.count else { return }
            bytes.append(contentsOf: [13, 10, 32])
            start = end
        }
    }
}
