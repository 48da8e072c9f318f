import Domain
import Store

extension JSONWriter {
    /// What belongs to the money of a grant.
    mutating func writeMoney(of grant: Grant, _ names: [Person.ID: String]) {
        object("terms") { $0.writeMembers(of: grant.terms) }
        writeAcceptance(of: grant, names)
        write("payeeAccount", grant.account)
        object("money") {
            $0.member("granted", grant.amount)
            $0.member("paid", grant.paid)
            $0.member("underWay", grant.underWay)
            $0.member("undrawn", max(.zero, grant.undrawn))
            $0.member("payable", grant.payable)
            $0.member("owed", grant.owed)
        }
        array("claims", grant.claims) { json, claim in json.write(claim, names) }
        array("payments", grant.payments) { json, payment in json.write(payment, names) }
    }

    /// What a call says of its money.
    mutating func writeMembers(of terms: GrantTerms) {
        member("payment", terms.payment)
        member("acceptanceNeeded", terms.needsAcceptance)
        member("reportDays", terms.reportDays)
        member("paymentAfterAppeal", terms.paysAfterAppeal)
    }

    private mutating func writeAcceptance(of grant: Grant, _ names: [Person.ID: String]) {
        guard let acceptance = grant.acceptance else { return member("acceptance", String?.none) }
        object("acceptance") {
            $0.member("acceptedBy", actor: names[acceptance.acceptedBy])
            $0.member("acceptedAt", acceptance.acceptedAt)
            $0.member("terms", acceptance.terms)
            $0.member("termsHash", acceptance.hash.hexadecimal)
        }
    }

    private mutating func write(_ name: StaticString, _ account: PayeeAccount?) {
        guard let account else { return member(name, String?.none) }
        object(name) {
            $0.member("kind", account.kind)
            $0.member("number", account.description)
        }
    }

    /// A row of the ledger.
    mutating func write(_ payment: Payment, _ names: [Person.ID: String]) {
        object {
            $0.member("id", payment.id)
            $0.member("number", payment.number)
            $0.member("state", payment.state)
            $0.member("amount", payment.amount)
            $0.member("text", payment.text)
            $0.member("plannedAt", payment.plannedAt)
            $0.member("requestedBy", actor: payment.requestedBy.flatMap { names[$0] })
            $0.member("requestedAt", payment.requestedAt)
            $0.member("attestedBy", actor: payment.attest.flatMap { names[$0.by] })
            $0.member("attestedAt", payment.attest?.at)
            $0.write("account", payment.attest?.account)
            $0.member("batchNumber", payment.batchNumber)
            $0.member("paidBy", actor: payment.transfer.flatMap { names[$0.by] })
            $0.member("paidOn", payment.transfer?.day)
            $0.member("reference", payment.transfer?.reference)
            $0.member("endedBecause", payment.endedBecause)
        }
    }

    /// A batch, as lists have it.
    mutating func write(_ batch: PaymentBatch, _ names: [Person.ID: String]) {
        object { $0.writeMembers(of: batch, names) }
    }

    /// A batch with what it pays.
    mutating func write(_ batch: PaymentBatch, _ lines: [PaymentBatch.Line], _ names: [Person.ID: String]) {
        object {
            $0.writeMembers(of: batch, names)
            $0.array("lines", lines) { json, line in
                json.object {
                    $0.member("paymentId", line.paymentID)
                    $0.member("reference", line.reference)
                    $0.member("payee", line.payee)
                    $0.write("account", line.account)
                    $0.member("amount", line.amount)
                    $0.member("registryNumber", line.registryNumber)
                }
            }
        }
    }

    private mutating func writeMembers(of batch: PaymentBatch, _ names: [Person.ID: String]) {
        member("id", batch.id)
        member("number", batch.number)
        member("madeBy", actor: names[batch.madeBy])
        member("madeAt", batch.madeAt)
        member("payments", batch.payments)
        member("amount", batch.amount)
        object("links") { $0.member("self", Link.API.batch(batch.id)) }
    }
}

extension PaymentBatch.Line {
    /// What the receiver reads on the statement: the case and the number of the payment in it.
    var reference: String { "\(registryNumber) \(number)" }
}

extension Payment.State: JSONWritable {}
extension Payment.Mode: JSONWritable {}
extension PayeeAccount.Kind: JSONWritable {}
