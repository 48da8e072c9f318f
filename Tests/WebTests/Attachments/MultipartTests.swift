import Domain
import NIOCore
import Testing

@testable import Web

@Suite struct `A form with a file` {
    private static let boundary = "----Webb1x"

    private static func body(_ parts: [(head: String, value: String)], end: String = "--\r\n") -> String {
        parts.map { "--\(boundary)\r\n\($0.head)\r\n\r\n\($0.value)\r\n" }.joined() + "--\(boundary)\(end)"
    }

    private static let plain = body([
        ("Content-Disposition: form-data; name=\"csrf\"", "hemligt"),
        (
            "Content-Disposition: form-data; name=\"file\"; filename=\"å%22.pdf\"\r\nContent-Type: application/pdf",
            "%PDF-1.4\r\n--\(boundary.dropLast())\r\n\r\nslut"
        ),
        ("Content-Disposition: form-data; name=\"description\"", "Två\r\nrader"),
    ])

    /// Reads a body that comes in pieces of a size.
    private func read(_ body: String, pieces size: Int, fileLimit: Int = 1000) throws -> MultipartReader {
        var reader = MultipartReader(boundary: Self.boundary, fileLimit: fileLimit)
        let bytes = Array(body.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try reader.take(ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)]))
        }
        try reader.finish()
        return reader
    }

    @Test(arguments: [1, 2, 7, 61, 10_000])
    func `is read the same however it is cut`(_ size: Int) throws {
        let reader = try read(Self.plain, pieces: size)
        #expect(reader.fields.map(\.name) == ["csrf", "description"])
        #expect(reader.fields.map(\.value) == ["hemligt", "Två\r\nrader"])
        let file = try #require(reader.file)
        #expect(file.name == "å\".pdf" && file.field == "file")
        let text = String(decoding: file.content.bytes(0..<file.content.count), as: UTF8.self)
        #expect(text == "%PDF-1.4\r\n--\(Self.boundary.dropLast())\r\n\r\nslut")
    }

    @Test func `keeps no more of a file than somebody may send, and all that was typed`() throws {
        let long = Self.body([
            (
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
                String(repeating: "a", count: 90_000)
            ),
            ("Content-Disposition: form-data; name=\"description\"", "Kvar"),
        ])
        let reader = try read(long, pieces: 500)
        #expect(try #require(reader.file).content.count < 2000)
        #expect(try #require(reader.file).content.count > 1000)
        #expect(reader.fields.map(\.value) == ["Kvar"])
    }

    @Test(arguments: [
        "", "nothing", body([("Content-Disposition: form-data; name=\"a\"", "1")], end: ""),
        "preamble\r\n" + plain, plain + "epilogue",
        body([("Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''a.pdf", "1")]),
        body([("Content-Disposition: form-data; name=a", "1")]), body([("Content-Disposition: form-data", "1")]),
        body([("Content-Disposition: attachment; name=\"a\"", "1")]),
        body([("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64", "1")]),
        body([
            ("Content-Disposition: form-data; name=\"a\"; filename=\"a\"", "1"),
            ("Content-Disposition: form-data; name=\"b\"; filename=\"b\"", "1"),
        ]),
        body([("Content-Disposition: form-data; name=\"a\"\r\nX: \(String(repeating: "a", count: 9000))", "1")]),
        body([("Content-Disposition: form-data; name=\"a\"", String(repeating: "a", count: 300_000))]),
    ])
    func `that is not what browsers send is refused`(_ body: String) {
        #expect(throws: MultipartReader.Malformed.self) { try read(body, pieces: 97) }
    }

    @Test func `is known by its media type alone`() {
        #expect(MediaTypes.boundary("multipart/form-data; boundary=x1") == "x1")
        for other in [
            "multipart/mixed; boundary=x", "multipart/form-data", "multipart/form-data; boundary=", nil,
            "multipart/form-data; boundary=\"x y\"", "multipart/form-data; charset=utf-8; boundary=x",
        ] {
            #expect(MediaTypes.boundary(other) == nil)
        }
    }
}
