package import Domain
import HTML

/// A readable paper of what is kept of a case: made for the archive out of the records themselves, so that it says all that
/// they say. It is Swedish, as the region's records are.
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
                        p(head.region, .class("sender"))
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
            for record in part.records { html(record, named: part.section) }
        }
    }

    @HTMLBuilder private func html(_ value: ArchivedValue, named name: String) -> HTML {
        switch value {
        case .nothing: "–"
        case .truth(let truth): words.truth(truth)
        case .whole(let whole): words.whole(whole, named: name)
        case .number(let number): "\(number)"
        case .text(let text): said(text)
        case .list(let items):
            if items.isEmpty { "–" } else { ul { for item in items { li { html(item, named: name) } } } }
        case .record(let members):
            dl {
                for key in words.order(of: members) {
                    dt(words.label(key))
                    dd { html(members[key] ?? .nothing, named: key) }
                }
            }
        }
    }

    @HTMLBuilder private func said(_ text: String) -> HTML {
        if let name = names[text] {
            userText(name)
        } else if let instant = words.instant(text) {
            instant
        } else if text.isEmpty {
            "–"
        } else {
            userParagraphs(text)
        }
    }
}
