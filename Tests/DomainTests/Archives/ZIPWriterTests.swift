import Domain
import Testing

@Suite struct `A ZIP file` {
    @Test func `holds what was put into it, as it was, with the checksum of the standard`() throws {
        var zip = ZIPWriter()
        // The check value of CRC-32 (ISO 3309) for these nine digits.
        try zip.add(Array("123456789".utf8), named: "digits.txt")
        let bytes = zip.finished()
        #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(Array(bytes[14..<18]) == [0x26, 0x39, 0xF4, 0xCB])
        #expect(String(decoding: bytes, as: UTF8.self).contains("digits.txt123456789"))
        #expect(Array(bytes.suffix(22).prefix(4)) == [0x50, 0x4B, 5, 6])
    }

    @Test func `is the same whenever it is made`() throws {
        func made() throws -> [UInt8] {
            var zip = ZIPWriter()
            try zip.add([1, 2, 3], named: "a/b.bin")
            try zip.add([], named: "å.txt")
            return zip.finished()
        }
        #expect(try made() == made())
    }
}
