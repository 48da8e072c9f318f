import Domain
import Operations
import Store
import TestDatabase
import Testing

/// Who asks for a change, who decides it, and when.
@Suite struct `A change that is asked for` {
    @Test func `is asked for by the signatory and decided by an impartial decision maker, once, with reasons`()
        async throws
    {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            for person in [scene.karin, scene.amira, scene.dag] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.requestChange(of: id, .scope("Annat."), because: "Så.", by: person)
                }
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.requestChange(of: id, .scope("Annat."), because: "Så.", by: scene.sven)
            }
            let change = try await scene.operations.requestChange(
                of: id, .scope("Annat."), because: "Så.", by: scene.ulf)
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.requestChange(of: id, .scope("Mer."), because: "Så.", by: scene.ulf)
            }
            for person in [scene.amira, scene.ulf, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.approveChange(change, of: id, because: "Ja.", by: person)
                }
            }
            let blank = try await refusal {
                try await scene.operations.rejectChange(change, of: id, because: " ", by: scene.dag)
            }
            #expect(blank.fields == ["reasons"])
            try await scene.declareConflict(accepted.case, by: scene.dag)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await scene.approve(change, of: id)
            }
            #expect(try await scene.grant(id).state == .changeRequested)
        }
    }

    @Test func `is not agreed to while another of its events is broken`() async throws {
        try await withScene { scene in
            let (events, grant) = try await scene.caseOfTwo()
            let change = try await scene.operations.requestChange(
                of: grant.id, .scope("Annat."), because: "Så.", by: scene.ulf)
            _ = try await scene.operations.reportDeviation(
                from: events[0], because: "Sjukdom.", .cancellation, by: scene.karin)
            let refused = try await refusal { try await scene.approve(change, of: grant.id) }
            #expect(refused.findings.contains { $0.eventID == events[0] })
            _ = try await scene.operations.rejectChange(change, of: grant.id, because: "Först det.", by: scene.dag)
        }
    }
}
