package import Domain
import HTML

/// A readable paper of what is kept of a case: made for the archive out of the records themselves, so that it says all
/// that they say. It is Swedish, as the region's records are.
package struct CasePaper: Sendable {
    package let kind: Kind
    package let head: Head
    package let parts: [Part]
    /// What people, libraries and events are called whom the records name by their ids.
    package let names: [String: String]

    /// What a paper is about. The raw value is the name of its file.
    package enum Kind: String, Sendable, CaseIterable {
        case receipt = "01-mottagningsbevis"
        case version = "02-ansokan"
        case handling = "03-handlaggning"
        case messages = "04-meddelanden"
        case notes = "05-tjansteanteckningar"
        case decisions = "06-beslut"
        case grant = "07-bidrag"
        case events = "08-handelser"
        case log = "09-arendelogg"
    }

    /// What every paper says of its case.
    package struct Head: Sendable {
        package let region: String
        package let registryNumber: String
        package let applicant: String
        package let title: String

        package init(region: String, registryNumber: String, applicant: String, title: String) {
            self.region = region
            self.registryNumber = registryNumber
            self.applicant = applicant
            self.title = title
        }
    }

    /// Records of one sort.
    package struct Part: Sendable {
        package let section: String
        package let records: [ArchivedValue]

        package init(section: String, records: [ArchivedValue]) {
            self.section = section
            self.records = records
        }
    }

    package init(_ kind: Kind, head: Head, parts: [Part], names: [String: String]) {
        self.kind = kind
        self.head = head
        self.parts = parts
        self.names = names
    }

    private var words: CasePaperWords { CasePaperWords() }

    /// The whole paper, which is printed as it stands.
    package var record: String {
        let title = "\(words.title(of: kind)), \(head.registryNumber)"
        return page(
            lang: "sv", title: title, skip: words.skip,
            head: [.stylesheet(LetterStyle.path), .icon(LetterStyle.icon), .noIndex]
        ) {
            main {
                article {
                    header {
                        p(LetterWords(.swedish).sender(head.region), .class("sender"))
                        h1(title)
                    }
                    dl {
                        dt(words.applicant)
                        dd { userText(head.applicant) }
                        dt(words.application)
                        dd { userText(head.title) }
                    }
                    for part in parts { html(part) }
                }
            }
        }.text
    }

    private func html(_ part: Part) -> HTML {
        section {
            h2(words.title(ofSection: part.section))
            for record in part.records { html(record, named: part.section, in: part.section) }
        }
    }

    @HTMLBuilder private func html(_ value: ArchivedValue, named name: String, in section: String) -> HTML {
        switch value {
        case .nothing: "–"
        case .truth(let truth): words.truth(truth)
        case .whole(let whole): words.whole(whole, named: name)
        case .number(let number): "\(number)"
        case .text(let text): said(text, named: name, in: section)
        case .list(let items):
            let shown = items.filter { tells($0, named: name) }
            if shown.isEmpty { "–" } else { ul { for item in shown { li { html(item, named: name, in: section) } } } }
        case .record(let members): record(members, in: section)
        }
    }

    /// A library or person is told by its name; all else member by member, as far as it says anything to a reader.
    @HTMLBuilder private func record(_ members: [String: ArchivedValue], in section: String) -> HTML {
        // Why a clause of the rule failed is a code; the papers say which clause, and of whom.
        let isFinding = members["predicate"] != nil
        if members["id"] != nil, members.count <= 3, let name = members["name"]?.words {
            userText(name)
        } else {
            dl {
                for key in words.order(of: members) {
                    if let value = members[key], tells(value, named: key), !(isFinding && key == "reason") {
                        dt(words.label(key))
                        dd { html(value, named: key, in: section) }
                    }
                }
            }
        }
    }

    /// Whether a reader learns anything: an identifier without a name says something to programs alone, which read the
    /// JSON beside the paper.
    private func tells(_ value: ArchivedValue, named key: String) -> Bool {
        if words.isForPrograms(key) { return false }
        guard case .text(let text) = value, !value.identifiers.isEmpty else { return true }
        return names[text] != nil
    }

    @HTMLBuilder private func said(_ text: String, named key: String, in section: String) -> HTML {
        if let name = names[text] {
            userText(name)
        } else if let word = words.word(text, named: key, in: section) {
            word
        } else if let instant = words.instant(text) {
            instant
        } else if text.isEmpty {
            "–"
        } else {
            userParagraphs(text)
        }
    }
}
