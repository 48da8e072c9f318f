import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

extension EveryQuery {
    /// Files, partners and signatures of a draft.
    func changeParts(of id: GrantApplication.ID) async throws {
        let file = try await scene.operations.addAttachment(
            FileSamples.pdf, named: "a.pdf", to: id, by: scene.karin)
        _ = try await scene.operations.askToSign(id, by: scene.karin)
        let lund = ApplicationPartner(
            libraryID: try scene.library(of: scene.lena), role: .coApplicant, contribution: "Lokal.")
        _ = try await scene.operations.setPartners(of: id, to: [lund], by: scene.karin, expecting: nil)
        try await scene.client.transaction { transaction in
            #expect(try await transaction.attachments(of: id).count == 1)
            #expect(try await transaction.piece(0, of: file) != nil)
            #expect(try await transaction.grantApplication(id)?.partners == [lund])
            #expect(try await !transaction.signatories(of: scene.library(of: scene.karin)).isEmpty)
            #expect(try await transaction.signatureRequests(of: [id]).count == 1)
            #expect(try await transaction.claimForScan(holding: 0)?.id == file)
            try await transaction.setScan(of: file, finding: nil)
            try await transaction.delete(file)
        }
    }
}
