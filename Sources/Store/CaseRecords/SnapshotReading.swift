import Domain

/// The members of a snapshot's content, as `ReceivedApplication.canonicalText` writes them.
struct SnapshotForm: Decodable {
    let contentVersion: Int
    let registryNumber: String
    let receivedAt: Written<Instant>
    let signatory: Signatory
    let call: CallForm
    let applicant: UnitForm
    let title: String
    let purpose: String
    let requestedAmount: Written<Money>
    let budget: [Line]
    let costShares: [Share]
    /// Absent in what was received before applications had partners and files.
    let partners: [PartnerForm]?
    let attachments: [AttachmentForm]?
    let events: [EventForm]
    let evaluation: EvaluationForm?
    let track: TextForm?
    let plan: PlanForm?
    let answers: [AnswerForm]?

    struct Signatory: Decodable {
        let id: Written<Person.ID>
        let name: String
    }

    struct CallForm: Decodable {
        let id: Written<Call.ID>
        let title: String
        let rule: RuleForm
        let projectStartsOn: Written<Day>?
        let projectEndsOn: Written<Day>?
    }

    struct RuleForm: Decodable {
        let version: Int
        let invite: String
        let noticeDays: Int
        let minimumSeatsForOthers: Int
        let maximumOwnShare: Written<Double>
        let othersPayNoMore: Bool
        let calendarIsChannel: Bool
        let oneGrantPerEvent: Bool
        let daysToReply: Int
        let costsWithoutEvent: [Written<GrantRequest.BudgetLine.Kind>]?
    }

    struct Line: Decodable {
        let kind: Written<GrantRequest.BudgetLine.Kind>
        let amount: Written<Money>
    }

    struct Share: Decodable {
        let eventId: Written<Event.ID>
        let title: String
        let amount: Written<Money>
    }

    struct PartnerForm: Decodable {
        let library: UnitForm
        let role: Written<ApplicationPartner.Role>
        let contribution: String

        var partner: NamedPartner {
            get throws { NamedPartner(unit: try library.unit, role: role.value, contribution: contribution) }
        }
    }

    struct AttachmentForm: Decodable {
        let id: Written<Attachment.ID>
        let name: String
        let mediaType: String
        let size: Int
        let sha256: String

        var attachment: KeptAttachment {
            KeptAttachment(id: id.value, name: name, mediaType: mediaType, size: size, hash: sha256)
        }
    }

    struct EvaluationForm: Decodable {
        let evaluatedAt: Written<Instant>
        let ruleVersion: Int
        let verdict: Written<Verdict>
        let findings: [KeptFinding]
    }

    var received: ReceivedApplication {
        get throws {
            ReceivedApplication(
                registryNumber: registryNumber, receivedAt: receivedAt.value, signatoryID: signatory.id.value,
                signatoryName: signatory.name, callID: call.id.value, callTitle: call.title, record: try record,
                evaluation: evaluation.map {
                    KeptEvaluation(
                        evaluatedAt: $0.evaluatedAt.value, ruleVersion: $0.ruleVersion, verdict: $0.verdict.value,
                        findings: $0.findings)
                }, contentVersion: contentVersion)
        }
    }

    private var record: ApplicationRecord {
        get throws {
            ApplicationRecord(
                applicant: try applicant.unit, title: title, purpose: purpose, requestedAmount: requestedAmount.value,
                budget: budget.map { GrantRequest.BudgetLine(kind: $0.kind.value, amount: $0.amount.value) },
                costShares: costShares.map {
                    NamedShare(eventID: $0.eventId.value, title: $0.title, amount: $0.amount.value)
                },
                rule: try call.rule.rule, projectStartsOn: call.projectStartsOn?.value,
                projectEndsOn: call.projectEndsOn?.value, events: try events.map { try $0.record },
                more: try more, partners: try (partners ?? []).map { try $0.partner },
                attachments: (attachments ?? []).map(\.attachment))
        }
    }
}

extension SnapshotForm {
    /// nil in a snapshot of the first form.
    private var more: ApplicationRecord.More? {
        get throws {
            guard let plan else { return nil }
            return ApplicationRecord.More(
                plan: try plan.plan, track: track?.text, answers: answers?.map(\.answer) ?? [])
        }
    }
}

extension SnapshotForm.RuleForm {
    var rule: CallRule {
        get throws {
            let breadth: CallRule.Breadth = invite == "all" ? .all : .atLeast(try Written<Int>(text: invite).value)
            return CallRule(
                version: version, invite: breadth, noticeDays: noticeDays,
                minimumSeatsForOthers: minimumSeatsForOthers, maximumOwnShare: maximumOwnShare.value,
                othersPayNoMore: othersPayNoMore, calendarIsChannel: calendarIsChannel,
                oneGrantPerEvent: oneGrantPerEvent, daysToReply: daysToReply,
                costsWithoutEvent: (costsWithoutEvent ?? []).map(\.value))
        }
    }
}

/// A value of ours that stands in a snapshot as text.
struct Written<Value: WrittenAsText>: Decodable {
    let value: Value

    init(from decoder: any Decoder) throws {
        try self.init(text: decoder.singleValueContainer().decode(String.self))
    }

    init(text: String) throws {
        guard let value = Value(written: text) else { throw UnknownWord(column: "content", word: text) }
        self.value = value
    }
}

/// A value that a text can be read as.
protocol WrittenAsText {
    init?(written text: String)
}

extension WrittenAsText where Self: RawRepresentable<String> {
    init?(written text: String) { self.init(rawValue: text) }
}

extension Instant: WrittenAsText {
    init?(written text: String) { self.init(rfc3339: text) }
}
extension Money: WrittenAsText {
    init?(written text: String) { self.init(decimal: text) }
}
extension Day: WrittenAsText {
    init?(written text: String) { self.init(text) }
}
extension Identifier: WrittenAsText {
    init?(written text: String) { self.init(text) }
}
extension Double: WrittenAsText {
    init?(written text: String) { self.init(text) }
}
extension Int: WrittenAsText {
    init?(written text: String) { self.init(text) }
}
extension EventKind: WrittenAsText {}
extension Attendance: WrittenAsText {}
extension Audience: WrittenAsText {}
extension Invitation.Scope: WrittenAsText {}
extension Invitation.State: WrittenAsText {}
extension EventStanding: WrittenAsText {}
extension GrantRequest.BudgetLine.Kind: WrittenAsText {}
extension Verdict: WrittenAsText {}
extension FundingRule.Standing: WrittenAsText {}
extension ApplicationPartner.Role: WrittenAsText {}
