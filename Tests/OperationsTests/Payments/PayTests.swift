import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To pay a grant` {
    @Test func `takes two persons of finance, a reference and a day`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let payment = try await scene.attestFirst(of: id)
            let attested = try await scene.grant(id).payment(payment)
            #expect(attested.attest?.by == scene.finn.id)
            #expect(attested.attest?.account == accepted.grant.account)
            let today = Stockholm.day(try await scene.database.now())
            await #expect(throws: Refusal.notAllowed(.twoPersonsPay)) {
                try await scene.operations.payPayment(payment, of: id, reference: "BG 1", on: today, by: scene.finn)
            }
            let frida = try scene.frida
            for day in [today.adding(days: 1), today.adding(days: -1)] {
                let wrong = try await refusal {
                    try await scene.operations.payPayment(payment, of: id, reference: "BG 1", on: day, by: frida)
                }
                #expect(wrong.fields == ["paidOn"])
            }
            try await scene.pay(payment, of: id)
            let paid = try await scene.grant(id)
            #expect(paid.paid == paid.amount && paid.undrawn == .zero)
            #expect(paid.payments.map(\.transfer?.reference) == ["BG 1"])
            #expect(try await scene.database.outbox(limit: 1).map(\.topic) == ["payment-made"])
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.pay(payment, of: id) }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is not attested before the library has confirmed its account`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase(withAccount: false).grant.id
            await #expect(throws: Refusal.conflict(.payeeIsNotConfirmed)) { try await scene.attestFirst(of: id) }
            try await scene.confirmAccount(of: id)
            _ = try await scene.attestFirst(of: id)
            // What finance has found right stays as it was.
            await #expect(throws: Refusal.conflict(.paymentIsUnderWay)) { try await scene.confirmAccount(of: id) }
        }
    }

    @Test func `waits while a breach stands, at every step`() async throws {
        try await withScene { scene in
            let requested = try await scene.acceptedCase()
            try await scene.callOff(requested.case)
            await #expect(throws: Refusal.conflict(.breachStands)) {
                try await scene.attestFirst(of: requested.grant.id)
            }
            let attested = try await scene.acceptedCase()
            let payment = try await scene.attestFirst(of: attested.grant.id)
            try await scene.callOff(attested.case)
            await #expect(throws: Refusal.conflict(.breachStands)) {
                try await scene.pay(payment, of: attested.grant.id)
            }
            #expect(try await scene.grant(attested.grant.id).paid == .zero)
            await #expect(throws: Refusal.conflict(.nothingToExport)) {
                try await scene.operations.exportPayments(by: scene.frida)
            }
        }
    }

    @Test func `asks the funding rule anew, so that what no deviation told of holds the money too`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            // Past the service and past its guards: no breach stands, and the event is closed all the same.
            try await scene.database.run(
                "ALTER TABLE events DISABLE TRIGGER USER",
                """
                UPDATE events SET invitation_scope = 'own', version = version + 1 WHERE id = '\(accepted.case.event)'
                """,
                "ALTER TABLE events ENABLE TRIGGER USER")
            let refused = try await refusal { try await scene.attestFirst(of: accepted.grant.id) }
            #expect(refused.reasons.contains(.nobodyIsInvited))
        }
    }

    @Test func `is for finance alone`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let payment = try #require(try await scene.grant(id).payments.first?.id)
            for person in [scene.ulf, scene.karin, scene.amira, scene.dag] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.attestPayment(payment, of: id, by: person)
                }
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.attestPayment(payment, of: id, by: scene.sven)
            }
        }
    }

    @Test func `may fail at the bank, and is then asked for and attested again`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let payment = try await scene.attestFirst(of: id)
            _ = try await scene.operations.failPayment(payment, of: id, because: "Kontot finns inte.", by: scene.finn)
            #expect(try await scene.grant(id).payments.map(\.state) == [.failed])
            _ = try await scene.operations.requestPayment(payment, of: id, by: scene.ulf)
            #expect(try await scene.grant(id).payment(payment).attest == nil)
            _ = try await scene.attestFirst(of: id)
            try await scene.pay(payment, of: id)
            #expect(try await scene.grant(id).payments.map(\.state) == [.paid])
        }
    }

    @Test func `goes on by the clock past a grant that goes wrong`() async throws {
        try await withScene { scene in
            let terms = GrantTerms(needsAcceptance: false)
            var made: [Grant.ID] = []
            for _ in 0..<3 {
                let call = try await scene.openCall { $0.terms = terms }
                made.append(try await scene.grantID(of: scene.case(.approved, in: call)))
            }
            let wrong = try #require(made.min())
            try await scene.database.run(
                """
                CREATE FUNCTION go_wrong() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE division_by_zero; END $$
                """,
                """
                CREATE TRIGGER goes_wrong BEFORE UPDATE ON grants
                    FOR EACH ROW WHEN (NEW.id = '\(wrong)') EXECUTE FUNCTION go_wrong()
                """)
            #expect(try await scene.operations.moveGrants() == 2)
            for id in made {
                #expect(try await scene.grant(id).state == (id == wrong ? .awarded : .active))
            }
        }
    }

    @Test func `is requested by the clock once the time to appeal has passed`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase(GrantTerms(paysAfterAppeal: true)).grant.id
            #expect(try await scene.operations.moveGrants() == 0)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await scene.attestFirst(of: id) }
            try await scene.database.run(
                """
                INSERT INTO announcements (decision_id, text, posted_at, appeal_ends_on, taken_down_on, posted_by)
                SELECT id, 'Beslut.', now() - interval '30 days', today() - 5, today() - 4, decided_by FROM decisions
                """)
            #expect(try await scene.operations.moveGrants() == 1)
            #expect(try await scene.grant(id).payments.map(\.state) == [.requested])
        }
    }
}
