import Domain
import Foundation
import HTTPTypes
import NIOCore
import Operations

extension WebResponse {
    /// The bytes of a file, never shown as a page of ours: to be saved, under a policy that lets it do nothing.
    static func file(
        _ id: Attachment.ID, of application: GrantApplication, for person: Person, _ service: Service
    ) async throws -> WebResponse {
        var body = ByteBuffer()
        var read: Attachment?
        try await service.operations.readAttachment(id, of: application, by: person) { attachment, piece in
            if read == nil { body.reserveCapacity(attachment.size) }
            read = attachment
            body.writeBytes(piece)
        }
        guard let attachment = read else { throw Refusal.missing }
        var response = bytes(
            body, contentType: attachment.kind.mediaType, tag: attachment.hexadecimalHash,
            cacheControl: "private, no-cache")
        response.headers[.contentDisposition] = ContentDisposition.attachment(attachment.name)
        response.headers[.contentSecurityPolicy] = "default-src 'none'; sandbox; frame-ancestors 'none'"
        if let name = HTTPField.Name("Repr-Digest") {
            response.headers[name] = "sha-256=:\(Data(attachment.hash).base64EncodedString()):"
        }
        return response
    }
}

/// How an answer says that it is to be saved, and under which name (RFC 6266, RFC 8187).
enum ContentDisposition {
    static func attachment(_ name: FileName) -> String {
        let plain = String(name.text.unicodeScalars.map { isToken($0) ? Character($0) : "_" })
        let encoded = name.text.utf8.map { byte in
            isAttributeCharacter(byte) ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.text([byte]).uppercased()
        }.joined()
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }

    /// What may stand in the quotes of the name for old programs.
    private static func isToken(_ scalar: Unicode.Scalar) -> Bool {
        (" "..."~").contains(scalar) && scalar != "\"" && scalar != "\\" && scalar != "%"
    }

    /// `attr-char` of RFC 8187 3.2.1.
    private static func isAttributeCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$&+-.^_`|~".utf8.contains(byte)
        }
    }
}
