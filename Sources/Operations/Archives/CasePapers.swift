import Domain
import Foundation
import Letters
import Store

extension CaseBundle {
    /// The readable papers of a case; one that would say nothing is not made.
    var papers: [CasePaper] {
        get throws {
            let sections = try content.sections
            let made = Self.plan.map { kind, names in
                CasePaper(
                    kind, head: head,
                    parts: names.compactMap { name in
                        sections[name].map { CasePaper.Part(section: name, records: $0) }
                    }, names: content.names)
            }
            return try [receipt] + versions(sections["versions"] ?? []) + messages(sections["messages"] ?? [])
                + made.filter { !$0.parts.isEmpty }
        }
    }

    private static let plan: [(CasePaper.Kind, [String])] = [
        (
            .handling,
            [
                "caseOfficers", "completions", "reviewAssignments", "reviews", "conflicts", "recommendations",
                "evaluations", "attachments",
            ]
        ),
        (.decisions, ["decisions", "announcements", "corrections", "reopenings", "appeals"]),
        (
            .grant,
            [
                "grants", "acceptances", "conditions", "deviations", "breaches", "breachReplies", "settlements",
                "payeeAccounts", "payments", "paymentBatches", "paymentHolds", "claims", "claimEntries",
                "changeRequests", "grantDecisions", "successorOffers", "shareMoves", "reports", "reportReturns",
                "reportSettlements",
            ]
        ),
        (.events, ["eventVersions", "publications", "invitationReadings", "dispatches"]),
        (.log, ["log"]),
    ]

    private var head: CasePaper.Head {
        CasePaper.Head(
            region: content.region, registryNumber: content.receipt.registryNumber, applicant: content.library,
            title: content.application.request.title)
    }

    private var receipt: CasePaper {
        let facts: [String: ArchivedValue] = [
            "registryNumber": .text(content.receipt.registryNumber),
            "receivedAt": .text(content.receipt.submittedAt.rfc3339), "sender": .text(content.library),
            "submittedBy": .text(content.submittedBy), "call": .text(content.call),
            "title": .text(content.application.request.title),
            "requestedAmount": .whole(content.application.request.requestedAmount.ore),
        ]
        return CasePaper(
            .receipt, head: head, parts: [.init(section: "receipt", records: [.record(facts)])], names: [:])
    }

    /// Each version that came in without a record of its own, which the others have.
    private func versions(_ kept: [ArchivedValue]) throws -> [CasePaper] {
        let written = content.received.map(\.version)
        return try kept.compactMap { version in
            if case .whole(let number) = version["application_version"], written.contains(number) { return nil }
            return try CasePaper(ofReceived: version, head: head, names: content.names)
        }
    }

    /// What the parties have said to each other, and what the region has noted, in papers of their own.
    private func messages(_ kept: [ArchivedValue]) -> [CasePaper] {
        [(CasePaper.Kind.messages, "parties"), (.notes, "region")].compactMap { kind, visibility in
            let said = kept.filter { $0["visibility"]?.words == visibility }
            guard !said.isEmpty else { return nil }
            return CasePaper(
                kind, head: head, parts: [.init(section: "messages", records: said)], names: content.names)
        }
    }
}

extension CasePaper {
    /// A version as it came in: what is kept of it is JSON in a text.
    init(ofReceived version: ArchivedValue, head: Head, names: [String: String]) throws {
        let version = try version.reading("content")
        let record = ArchivedValue.record([
            "version": version["application_version"] ?? .nothing, "takenAt": version["taken_at"] ?? .nothing,
            "contentHash": version["content_hash"] ?? .nothing, "content": version["content"] ?? .nothing,
        ])
        self.init(.version, head: head, parts: [.init(section: "version", records: [record])], names: names)
    }
}

extension ArchivedCase {
    /// The records by section, without what says nothing to a reader: what the rule was asked stands in the JSON.
    var sections: [String: [ArchivedValue]] {
        get throws {
            var sections: [String: [ArchivedValue]] = [:]
            for record in records {
                let value = try record.value.without("id", "application_id", "inputs")
                // What a library reported is JSON in a text, as what it applied with is.
                sections[record.section, default: []].append(
                    record.section == "reports" ? try value.reading("content") : value)
            }
            return sections
        }
    }

    /// All of the records as one object, section by section. What there is once stands alone, all else in lists.
    var json: String { json(of: nil) }

    func json(of wanted: Set<String>?) -> String {
        var sections: [(name: String, records: [String])] = []
        for record in records where wanted?.contains(record.section) ?? true {
            if sections.last?.name != record.section { sections.append((record.section, [])) }
            sections[sections.count - 1].records.append(record.content)
        }
        let members = sections.map { section in
            Self.single.contains(section.name)
                ? "\"\(section.name)\":\(section.records[0])"
                : "\"\(section.name)\":[\(section.records.joined(separator: ","))]"
        }
        return "{\(([#""form":1"#] + members).joined(separator: ",\n"))}\n"
    }

    private static let single: Set<String> = ["application", "call", "applicant", "questions"]
}

extension ArchivedRecord {
    var value: ArchivedValue { get throws { try ArchivedValue(json: content) } }
}

extension ArchivedValue {
    /// A record with a member that holds JSON in a text read.
    fileprivate func reading(_ name: String) throws -> ArchivedValue {
        guard case .record(var members) = self, let text = members[name]?.words else { return self }
        members[name] = try ArchivedValue(json: text)
        return .record(members)
    }

    init(json: String) throws {
        self = try JSONDecoder().decode(ArchivedValue.self, from: Data(json.utf8))
    }
}
