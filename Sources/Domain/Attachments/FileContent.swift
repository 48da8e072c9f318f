/// The bytes of a file in pieces of one size, so that they are held once, however large the file is.
package struct FileContent: Sendable, Equatable {
    package private(set) var pieces: [[UInt8]] = []
    package private(set) var count = 0

    /// Bytes of a piece, but for the last.
    package static let pieceSize = 256 * 1024

    package init() {}

    package init(_ bytes: some Sequence<UInt8>) {
        append(Array(bytes)[...])
    }

    /// Adds what has come next.
    package mutating func append(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while !rest.isEmpty {
            let room = pieces.last.map { Self.pieceSize - $0.count } ?? 0
            guard room > 0 else {
                var piece: [UInt8] = []
                piece.reserveCapacity(Self.pieceSize)
                pieces.append(piece)
                continue
            }
            pieces[pieces.count - 1].append(contentsOf: rest.prefix(room))
            count += Swift.min(room, rest.count)
            rest = rest.dropFirst(room)
        }
    }

    package var isEmpty: Bool { count == 0 }

    /// A copy of the bytes of a range, as far as there are any.
    package func bytes(_ range: Range<Int>) -> [UInt8] {
        let range = range.clamped(to: 0..<count)
        var copied: [UInt8] = []
        copied.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let piece = pieces[offset / Self.pieceSize]
            let start = offset % Self.pieceSize
            let end = Swift.min(piece.count, start + range.upperBound - offset)
            copied += piece[start..<end]
            offset += end - start
        }
        return copied
    }

    /// Whether it begins with these bytes.
    func begins(with start: [UInt8]) -> Bool { bytes(0..<start.count) == start }
}
