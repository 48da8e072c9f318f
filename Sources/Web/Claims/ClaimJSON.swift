import Domain

extension JSONWriter {
    /// What a library owes back.
    mutating func write(_ claim: Claim, _ names: [Person.ID: String]) {
        object {
            $0.member("id", claim.id)
            $0.member("kind", claim.kind)
            $0.member("state", claim.state)
            $0.member("amount", claim.amount)
            $0.member("left", claim.left)
            $0.member("reasons", claim.reasons)
            $0.member("dueOn", claim.dueOn)
            $0.member("documentId", claim.documentID)
            $0.member("reference", claim.reference)
            $0.member("isAnnulled", claim.isAnnulled)
            $0.member("demandedBy", actor: names[claim.demandedBy])
            $0.member("demandedAt", claim.demandedAt)
            $0.array("entries", claim.entries) { json, entry in
                json.object {
                    $0.member("id", entry.id)
                    $0.member("kind", entry.kind)
                    $0.member("amount", entry.reversesID == nil ? entry.amount : .zero - entry.amount)
                    $0.member("reversesId", entry.reversesID)
                    $0.member("note", entry.note)
                    $0.member("day", entry.day)
                    $0.member("recordedBy", actor: names[entry.recordedBy])
                    $0.member("recordedAt", entry.recordedAt)
                }
            }
        }
    }

    /// How a breach was settled.
    mutating func write(_ settlement: Condition.Settlement, _ names: [Person.ID: String]) {
        object {
            $0.member("outcome", settlement.outcome)
            $0.member("reasons", settlement.reasons)
            $0.member("withheld", settlement.withheld)
            $0.member("settledBy", actor: settlement.settledBy.flatMap { names[$0] })
            $0.member("settledAt", settlement.settledAt)
            $0.member("documentId", settlement.documentID)
        }
    }
}

extension Claim.Kind: JSONWritable {}
extension Claim.State: JSONWritable {}
extension Condition.Settlement.Outcome: JSONWritable {}
