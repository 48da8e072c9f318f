import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The page of a grant` {
    @Test func `leads from the award to money that two persons have paid`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let id = try await scene.grantID(of: scene.case(.approved))
            #expect(try await site.get(Link.workbench, as: scene.ulf).text.contains("Ett bidrag väntar på att godtas"))
            let page = try await site.get(Link.grant(id), as: scene.ulf)
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            let read = [
                ("version", try #require(page.value("version"))), ("termsHash", try #require(page.value("termsHash"))),
            ]
            #expect(try await site.post(Link.acceptance(id), as: scene.ulf, read).status == 303)
            let accepted = try await site.get(Link.grant(id), as: scene.amira)
            #expect(accepted.text.contains("Kontrollsumma (SHA-256): \(read[1].1)"))
            try await Self.confirm(site, id)
            let payment = try #require(try await scene.grant(id).payments.first?.id)
            func version() async throws -> (String, String) { ("version", "\(try await scene.grant(id).revision)") }
            let attest = Link.payment(payment, of: id, "attestation")
            #expect(try await site.post(attest, as: scene.finn, [try await version()]).status == 303)
            let own = try await site.get(Link.payment(payment, of: id), as: scene.finn)
            #expect(own.text.contains("Be en kollega att betala"))
            let pay = Link.payment(payment, of: id, "transfer")
            let day = ("paidOn", Stockholm.day(try await scene.database.now()).text)
            let blank = try await site.post(pay, as: try scene.frida, [try await version(), day])
            #expect(blank.status == 422)
            #expect(blank.text.contains("id=\"field-reference-error\""))
            let paid = try await site.post(pay, as: try scene.frida, [try await version(), day, ("reference", "BG 7")])
            #expect(paid.status == 303)
            #expect(try await site.get(Link.grant(id), as: scene.karin).text.contains("Betald"))
        }
    }

    /// A number without its check digit comes back as it was typed.
    private static func confirm(_ site: PageSite, _ id: Grant.ID) async throws {
        let scene = site.scene
        let version = ("version", "\(try await scene.grant(id).revision)")
        let wrong = try await site.post(
            Link.payeeAccount(id), as: scene.ulf, [version, ("kind", "bankgiro"), ("number", "123-4567")])
        #expect(wrong.status == 422)
        #expect(wrong.value("number") == "123-4567")
        #expect(wrong.text.contains("rätt kontrollsiffra"))
        #expect(PageCheck(wrong.text, isLoggedIn: true).faults.isEmpty)
        let right = try await site.post(
            Link.payeeAccount(id), as: scene.ulf, [version, ("kind", "bankgiro"), ("number", "123-4566")])
        #expect(right.status == 303)
    }

    @Test func `accepts no other words than those that were read`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let id = try await scene.grantID(of: scene.case(.approved))
            let page = try await site.get(Link.grant(id), as: scene.ulf)
            let fields = [
                ("version", try #require(page.value("version"))), ("termsHash", try #require(page.value("termsHash"))),
            ]
            // The English terms are other words.
            #expect(try await site.post(Link.acceptance(id), as: scene.ulf, fields, in: "en").status == 412)
            #expect(try await scene.grant(id).state == .awarded)
        }
    }

    @Test func `is missing to other libraries, and offers the region nothing that is the library's`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let id = try await scene.grantID(of: scene.case(.approved))
            for stranger in [scene.lena, scene.pontus] {
                #expect(try await site.get(Link.grant(id), as: stranger).status == 404)
            }
            for reader in [scene.amira, scene.finn, scene.karin] {
                let page = try await site.get(Link.grant(id), as: reader)
                #expect(page.status == 200)
                #expect(!page.text.contains("Godta villkoren"))
            }
        }
    }

    @Test func `tells on the desk of finance what waits, and gives the file again`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let id = try await scene.acceptedCase().grant.id
            _ = try await scene.attestFirst(of: id)
            let desk = try await site.get(Link.paymentDesk, as: scene.finn)
            #expect(desk.text.contains("Läslust för alla"))
            #expect(PageCheck(desk.text, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.post(Link.paymentBatches, as: scene.frida, []).status == 303)
            let batch = try #require(try await scene.database.paymentBatches(limit: 1, offset: 0).batches.first)
            let file = try await site.get(Link.batchFile(batch.id), as: scene.finn)
            #expect(file.text.contains(";30000,00;"))
            #expect(file.text.contains("Mottagare;Kontoslag") && file.text.contains(";Bankgiro;"))
            let english = try await site.get(Link.batchFile(batch.id), as: scene.finn, in: "en")
            #expect(english.text.contains("Payee;Account kind"))
            #expect(try await site.get(Link.batchFile(batch.id), as: scene.finn).text == file.text)
            #expect(try await site.get(Link.batchFile(batch.id), as: scene.amira).status == 403)
            #expect(try await site.post(Link.paymentBatches, as: scene.frida, []).status == 409)
        }
    }
}

@Suite struct `A payment file` {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+46", "'+46"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"), ("a;b", "\"a;b\""),
        ("sa \"ja\"", "\"sa \"\"ja\"\"\""), ("Klippans bibliotek", "Klippans bibliotek"), ("", ""),
        ("=\"a\";b", "\"'=\"\"a\"\";b\""), ("a\nb", "\"a\nb\""),
    ])
    func `has no cell that a spreadsheet takes for a formula, nor one that breaks its row`(
        _ text: String, _ cell: String
    ) {
        #expect(Spreadsheet.cell(text) == cell)
    }
}
