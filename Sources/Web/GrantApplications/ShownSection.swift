import Crypto
import Domain
import Foundation
import HTML
import HTTPTypes
import Operations

/// What a section held when its page was shown, as a hidden field: by it the form knows whether its writer has changed
/// the section, and whether somebody else has meanwhile.
struct ShownSection {
    static let field = "shown"

    private let mark: String
    private let section: ApplicationSection

    /// As an application stands.
    init(_ section: ApplicationSection, of request: GrantRequest) {
        self.section = section
        mark = Self.mark(request, section)
    }

    /// As a form brings it back; nil from a program that sends none, which means the version that it names.
    init?(_ section: ApplicationSection, in typed: [String: [String]]) {
        guard let mark = typed[Self.field]?.first, !mark.isEmpty else { return nil }
        self.section = section
        self.mark = mark
    }

    /// Whether the section of `request` is as it was shown.
    func isIn(_ request: GrantRequest) -> Bool { mark == Self.mark(request, section) }

    var html: HTML { hidden(name: Self.field, value: mark) }

    /// Fields lose white space at the ends and have one way to write a letter and a line end; so does what is compared.
    private static func mark(_ request: GrantRequest, _ section: ApplicationSection) -> String {
        var plain = request
        plain.title = TypedText.normalised(plain.title).trimmed
        plain.purpose = TypedText.normalised(plain.purpose).trimmed
        for (field, text) in plain.plan.texts { plain.plan[field] = TypedText.normalised(text).trimmed }
        plain.answers = plain.answers.mapValues { $0.map { TypedText.normalised($0).trimmed } }
        return Base64URL.encode(SHA256.hash(data: Data(plain.text(of: section).utf8)).prefix(16))
    }

    fileprivate var text: String { mark }
}

extension WebRequest {
    /// Whether a script asks, which has the page already.
    var wantsJSON: Bool { headers[.accept] == "application/json" }
}

extension WebResponse {
    /// That a section was saved, to the script that saves by itself: what its window is based on from now on.
    static func saved(_ application: GrantApplication, _ section: ApplicationSection, as typed: GrantRequest)
        -> WebResponse
    {
        json {
            $0.object {
                $0.member("version", application.version)
                $0.member("shown", ShownSection(section, of: typed).text)
            }
        }
    }
}
