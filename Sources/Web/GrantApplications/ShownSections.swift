import Crypto
import Domain
import Foundation
import HTML
import HTTPTypes
import Operations

/// What each section of the form held when it was shown, as hidden fields: by it the form knows which sections its writer
/// has changed, so that what others change meanwhile in other sections is kept.
struct ShownSections {
    private let marks: [ApplicationSection: String]

    static func field(_ section: ApplicationSection) -> String { "shown.\(section.rawValue)" }

    /// As an application stands.
    init(_ request: GrantRequest) {
        marks = Dictionary(
            uniqueKeysWithValues: ApplicationSection.allCases.map { ($0, Self.mark(request, $0)) })
    }

    /// As a form brings them back; nil from a program that sends none, which means the version that it names.
    init?(_ form: FormReader) {
        var marks: [ApplicationSection: String] = [:]
        for section in ApplicationSection.allCases { marks[section] = form.text(Self.field(section)) }
        guard marks.count == ApplicationSection.allCases.count else { return nil }
        self.marks = marks
    }

    /// As a form that comes back with faults brought them: its writer has seen nothing newer.
    init?(_ typed: [String: [String]]) {
        var marks: [ApplicationSection: String] = [:]
        for section in ApplicationSection.allCases { marks[section] = typed[Self.field(section)]?.first }
        guard marks.count == ApplicationSection.allCases.count else { return nil }
        self.marks = marks
    }

    func holds(_ section: ApplicationSection, of request: GrantRequest) -> Bool {
        marks[section] == Self.mark(request, section)
    }

    subscript(_ section: ApplicationSection) -> String { marks[section] ?? "" }

    @HTMLBuilder var html: HTML {
        for section in ApplicationSection.allCases {
            hidden(name: Self.field(section), value: self[section])
        }
    }

    /// Fields lose white space at the ends and have one way to write a letter and a line end; so does what is compared.
    private static func mark(_ request: GrantRequest, _ section: ApplicationSection) -> String {
        var plain = request
        plain.title = TypedText.normalised(plain.title).trimmed
        plain.purpose = TypedText.normalised(plain.purpose).trimmed
        for (field, text) in plain.plan.texts { plain.plan[field] = TypedText.normalised(text).trimmed }
        plain.answers = plain.answers.mapValues { $0.map { TypedText.normalised($0).trimmed } }
        return Base64URL.encode(SHA256.hash(data: Data(plain.text(of: section).utf8)).prefix(16))
    }
}

extension WebRequest {
    /// Whether a script asks, which has the page already.
    var wantsJSON: Bool { headers[.accept] == "application/json" }
}

extension WebResponse {
    /// That a draft was saved, to the script that saves by itself: what its window is based on from now on.
    static func saved(_ application: GrantApplication, as typed: GrantRequest) -> WebResponse {
        json { $0.write(ShownSections(typed), version: application.version) }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ shown: ShownSections, version: Int) {
        object {
            $0.member("version", version)
            $0.object("shown") {
                $0.member("about", shown[.about])
                $0.member("project", shown[.project])
                $0.member("events", shown[.events])
                $0.member("budget", shown[.budget])
                $0.member("answers", shown[.answers])
            }
        }
    }
}
