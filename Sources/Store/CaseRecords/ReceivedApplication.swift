package import Domain
import Foundation

/// An application as it was received: what its snapshot says.
package struct ReceivedApplication: Sendable, Equatable {
    /// The form in which snapshots are written. A change of what they keep makes a new one; old ones stay readable.
    package static let contentVersion = 2
    /// The forms that this program reads.
    static let readableVersions = 1...contentVersion

    /// The form that this one was written in.
    package let contentVersion: Int
    package let registryNumber: String
    package let receivedAt: Instant
    package let signatoryID: Person.ID
    package let signatoryName: String
    package let callID: Call.ID
    package let callTitle: String
    package let record: ApplicationRecord
    /// What the rule said at that instant; nil in demonstration data, for which nothing was evaluated.
    package let evaluation: KeptEvaluation?

    package init(
        registryNumber: String, receivedAt: Instant, signatory: Person, call: Call, record: ApplicationRecord,
        evaluation: Evaluation
    ) {
        self.init(
            registryNumber: registryNumber, receivedAt: receivedAt, signatoryID: signatory.id,
            signatoryName: signatory.name, callID: call.id, callTitle: call.details.title, record: record,
            evaluation: KeptEvaluation(evaluation), contentVersion: Self.contentVersion)
    }

    init(
        registryNumber: String, receivedAt: Instant, signatoryID: Person.ID, signatoryName: String, callID: Call.ID,
        callTitle: String, record: ApplicationRecord, evaluation: KeptEvaluation?, contentVersion: Int
    ) {
        self.contentVersion = contentVersion
        self.registryNumber = registryNumber
        self.receivedAt = receivedAt
        self.signatoryID = signatoryID
        self.signatoryName = signatoryName
        self.callID = callID
        self.callTitle = callTitle
        self.record = record
        self.evaluation = evaluation
    }
}

/// What the rule said, as it is kept.
package struct KeptEvaluation: Sendable, Equatable {
    package let evaluatedAt: Instant
    package let ruleVersion: Int
    package let verdict: Verdict
    package let findings: [KeptFinding]

    package init(_ evaluation: Evaluation) {
        evaluatedAt = evaluation.evaluatedAt
        ruleVersion = evaluation.ruleVersion
        verdict = evaluation.verdict
        findings = evaluation.findings.map(KeptFinding.init)
    }

    init(evaluatedAt: Instant, ruleVersion: Int, verdict: Verdict, findings: [KeptFinding]) {
        self.evaluatedAt = evaluatedAt
        self.ruleVersion = ruleVersion
        self.verdict = verdict
        self.findings = findings
    }
}

extension ApplicationSnapshot {
    /// What it says; nil if it is of a form that this program does not know, and so can only be shown as it stands.
    package var received: ReceivedApplication? {
        get throws {
            guard ReceivedApplication.readableVersions.contains(contentVersion) else { return nil }
            return try JSONDecoder().decode(SnapshotForm.self, from: Data(content.utf8)).received
        }
    }
}
