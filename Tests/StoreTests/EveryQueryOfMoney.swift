import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

extension EveryQuery {
    /// What is done with the money of grants.
    func changeMoney(in call: Call.ID) async throws {
        let declined = try await scene.grantID(of: scene.case(.approved, in: call))
        _ = try await scene.operations.declineGrant(declined, because: "Nej.", by: scene.ulf)
        let drawn = try await scene.acceptedCase(GrantTerms(payment: .drawn)).grant.id
        _ = try await scene.operations.requestPayment(of: .kronor(1), for: "Resa.", from: drawn, by: scene.ulf)
        let attested = try await scene.attestFirst(of: drawn)
        _ = try await scene.operations.cancelPayment(attested, of: drawn, because: "Fel.", by: scene.finn)
        let fixed = try await scene.acceptedCase().grant.id
        let payment = try await scene.attestFirst(of: fixed)
        let batch = try await scene.operations.exportPayments(by: scene.frida)
        try await scene.pay(payment, of: fixed)
        try await scene.recordRepayment()
        let broken = try await scene.acceptedCase()
        try await scene.callOff(broken.case)
        _ = try await scene.operations.replyToBreach(
            of: broken.grant.conditions[0].id, in: broken.grant.id, saying: "Sjukdom.", by: scene.karin)
        _ = try await scene.operations.settleBreach(
            of: broken.grant.conditions[0].id, in: broken.grant.id, as: .waived(accepted: .kronor(1)),
            because: "Sjukdom.", by: scene.dag)
        try await scene.client.transaction { transaction in try await readMoney(transaction, batch) }
        try await changeReports()
    }

    /// What is told of grants, and how they end.
    private func changeReports() async throws {
        let reported = try await scene.reportedCase(paid: true, cost: .kronor(1))
        _ = try await scene.operations.returnReport(
            of: reported.grant, because: "Mer.", dueOn: Stockholm.day(scene.now).adding(days: 1), by: scene.amira)
        try await scene.sendReport(scene.report(of: reported.case.event, cost: .kronor(1)), of: reported.grant)
        try await scene.settleReport(of: reported.case, reported.grant)
        _ = try await scene.operations.returnSettlement(of: reported.grant, because: "Mer.", by: scene.dag)
        try await scene.settleReport(of: reported.case, reported.grant)
        _ = try await scene.operations.confirmSettlement(of: reported.grant, by: scene.dag)
        let owed = try #require(try await scene.grant(reported.grant).claims.first)
        func repay() async throws {
            _ = try await scene.operations.recordRepayment(
                of: owed.amount, on: Stockholm.day(scene.now), reference: "BG 4", to: owed.id, of: reported.grant,
                by: scene.finn)
        }
        try await repay()
        try await scene.operations.closeGrant(reported.grant)
        _ = try await scene.operations.reverseEntry(
            #require(try await scene.grant(reported.grant).claim(owed.id).entries.first).id, of: owed.id,
            in: reported.grant, because: "Fel ärende.", by: scene.finn)
        try await repay()
        _ = try await scene.operations.reopenLaterDecision(
            owed.documentID, on: reported.case.application,
            Reopening(ground: .court, reference: "Mål 3", reasons: "Upphävt."), by: scene.dag)
        let drawn = try await scene.endedCase(terms: GrantTerms(payment: .drawn))
        try await scene.sendReport(scene.report(of: drawn.case.event), of: drawn.grant)
        try await scene.settleReport(of: drawn.case, drawn.grant)
        let unheld = try await scene.endedCase()
        _ = try await scene.operations.findBreach(
            of: scene.grant(unheld.grant).conditions[0].id, in: unheld.grant, on: .notHeld, because: "Inställt.",
            by: scene.amira)
        let waiting = try await scene.acceptedCase().grant.id
        try await scene.letEventsPass(days: 30)
        _ = try await scene.operations.moveGrants()
        try await scene.client.transaction { transaction in
            #expect(try await transaction.reports(of: reported.grant).count == 2)
            #expect(try await transaction.reportFacts(of: reported.grant).count == 1)
            #expect(try await transaction.reportSettlements(of: reported.grant).count == 2)
            #expect(try await transaction.reportDraft(of: reported.grant) != nil)
            #expect(try await transaction.reportDraft(of: waiting) == nil)
            _ = try await transaction.reportsOnDesk(on: Stockholm.day(scene.now), limit: 5)
            #expect(try await transaction.grantsToClose(limit: 5).isEmpty)
        }
    }

    private func readMoney(_ reader: Transaction, _ batch: PaymentBatch.ID) async throws {
        #expect(try await reader.lines(of: batch).count == 1)
        #expect(try await reader.paymentBatch(batch) != nil)
        #expect(try await reader.retentionRules().isEmpty)
        #expect(try await reader.paymentBatches(limit: 5, offset: 0).total == 2)
        // One is of the demo region, as are five of the payments and some grants.
        #expect(try await reader.payments(in: [.paid], limit: 5, offset: 0).total == 7)
        let today = Stockholm.day(scene.now)
        let open = try await reader.claims(standing: [.due, .overdue], on: today, limit: 5, offset: 0)
        #expect(open.claims.count == open.sum.count && open.claims.map(\.left).sum == open.sum.left)
        #expect(try await reader.grantsForTheClock(on: Stockholm.day(scene.now), limit: 5).count >= 1)
    }
}
