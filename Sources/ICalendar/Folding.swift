/// Where a long line may be broken: never inside a character, in UTF-8 or as people see it. Outlook, GNOME and Google
/// break characters that are cut, and readers that unfold into text break flags and families.
enum Folding {
    static let limit = 75

    /// The end of the piece that begins at `start` and has room for so many octets.
    static func end(of line: [UInt8], from start: Int, room: Int) -> Int {
        guard start + room < line.count else { return line.count }
        var end = start + room
        while line[end].isContinuation { end -= 1 }
        return line[end].beginsCharacter ? end : endOfCharacter(in: line, from: start, before: end)
    }

    /// Only what comes after U+02FF can belong to the letter before it, so that Swedish never comes here.
    private static func endOfCharacter(in line: [UInt8], from start: Int, before end: Int) -> Int {
        // The scalar at `end` decides whether a character ends before it.
        var next = end + 1
        while next < line.count, line[next].isContinuation { next += 1 }
        var boundary = start
        for character in String(decoding: line[start..<next], as: UTF8.self) {
            let following = boundary + character.utf8.count
            if following > end { break }
            boundary = following
        }
        // A character of more than a line must be cut after all.
        return boundary > start ? boundary : end
    }
}

extension UInt8 {
    fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
    /// ASCII, or the first octet of U+0080 to U+02FF.
    fileprivate var beginsCharacter: Bool { self < 0xCC }
}
