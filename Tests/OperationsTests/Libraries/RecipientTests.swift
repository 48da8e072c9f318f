import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// Money goes to a library that is there, or to whoever has taken it over (recipient_goes_on).
@Suite struct `A library that has closed` {
    @Test func `is granted nothing`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            try await scene.end(scene.library(of: scene.karin))
            await #expect(throws: Refusal.conflict(.recipientHasEnded)) { try await scene.approve(made.application) }
            _ = try await scene.operations.rejectApplication(made.application, reasons: "Nedlagt.", by: scene.dag)
        }
    }

    @Test func `is paid nothing, in the service and past it`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let payment = try await scene.attestFirst(of: id)
            try await scene.end(scene.library(of: scene.karin))
            #expect(try await scene.grant(id).recipientHasEnded)
            await #expect(throws: Refusal.conflict(.recipientHasEnded)) { try await scene.pay(payment, of: id) }
            await #expect(throws: Refusal.conflict(.nothingToExport)) {
                try await scene.operations.exportPayments(by: scene.frida)
            }
            let pay = """
                UPDATE payments SET state = 'paid', paid_by = '\(try scene.frida.id)', paid_at = now(), paid_on = today(),
                       reference = 'BG'
                """
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(pay) }
            #expect(error.constraint == "recipient_goes_on" || error.constraint == "no_breach_stands")
            // The control: with the trigger away it is paid, if no breach holds it.
            try await scene.database.run(
                "ALTER TABLE payments DISABLE TRIGGER recipient_goes_on",
                "ALTER TABLE payments DISABLE TRIGGER no_breach_stands", pay)
        }
    }

    @Test func `is granted nothing past the service either`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await scene.end(scene.library(of: scene.karin))
            let copy = """
                INSERT INTO decisions (id, number, application_id, outcome, amount, reasons, conditions,
                    reclaim_reservation, appeal_kind, appeal, delegation_id, recommended_by, decided_by, decided_at,
                    found_status, found_version, found_changed_at, superseded_at)
                SELECT gen_random_uuid(), 'BES 1/1', application_id, outcome, amount, reasons, conditions,
                    reclaim_reservation, appeal_kind, appeal, delegation_id, recommended_by, decided_by, now(),
                    found_status, found_version, found_changed_at, now()
                  FROM decisions WHERE application_id = '\(made.application)'
                """
            let error = try await #require(throws: PostgresError.self) { try await scene.database.run(copy) }
            #expect(error.constraint == "recipient_goes_on")
        }
    }

    @Test func `has a successor, whose own account is paid`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let payment = try await scene.attestFirst(of: id)
            let perstorp = try scene.library(of: scene.pontus)
            try await scene.end(scene.library(of: scene.karin), into: perstorp)
            // As if it had been confirmed the day before.
            try await scene.database.run("UPDATE payee_accounts SET confirmed_at = confirmed_at - interval '1 day'")
            #expect(try await scene.grant(id).account == nil)
            await #expect(throws: Refusal.conflict(.payeeIsNotConfirmed)) { try await scene.pay(payment, of: id) }
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    UPDATE payments SET state = 'paid', paid_by = '\(try scene.frida.id)', paid_at = now(),
                           paid_on = today(), reference = 'BG'
                    """)
            }
            #expect(error.constraint == "payee_is_confirmed")
            _ = try await scene.operations.failPayment(payment, of: id, because: "Nytt konto.", by: scene.finn)
            let pontus = try #require(try await scene.database.person(withEmail: scene.pontus.email))
            let account = try #require(PayeeAccount(.bankgiro, typed: "123-4566"))
            try await scene.operations.confirmPayeeAccount(account, of: id, by: pontus)
            _ = try await scene.operations.requestPayment(payment, of: id, by: pontus)
            _ = try await scene.operations.attestPayment(payment, of: id, by: scene.finn)
            _ = try await scene.operations.exportPayments(by: scene.frida)
            let batch = try #require(try await scene.database.paymentBatches(limit: 1, offset: 0).batches.first)
            #expect(try await scene.database.lines(of: batch.id).map(\.payee).allSatisfy { $0.contains("Perstorp") })
        }
    }
}
