import Domain
import Store

extension JSONWriter {
    /// A paper of a case. `pdf` is null until it is printed.
    mutating func write(_ kept: KeptDocument) {
        let document = kept.document
        object {
            $0.member("id", document.id)
            $0.member("kind", document.kind)
            $0.member("number", document.number)
            $0.member("issuedAt", document.issuedAt)
            $0.member("sha256", kept.hash.hexadecimal)
            $0.member("postedOn", kept.notice?.postedOn)
            $0.member("servedOn", kept.service?.servedOn)
            $0.member("serviceManner", kept.service?.manner)
            $0.member("appealEndsOn", kept.appealEndsOn)
            $0.member("finalOn", kept.finalOn)
            if let print = kept.print {
                $0.object("pdf") {
                    $0.member("sha256", print.hash.hexadecimal)
                    $0.member("bytes", print.size)
                    $0.member("page", Link.pdf(document.id, of: document.applicationID))
                }
            } else {
                $0.member("pdf", String?.none)
            }
            $0.object("links") { $0.member("page", Link.document(document.id, of: document.applicationID)) }
        }
    }

    /// What stands on the notice board.
    mutating func write(_ notice: Announcement) {
        object {
            $0.member("decisionNumber", notice.number)
            $0.member("registryNumber", notice.registryNumber)
            $0.member("text", notice.text)
            $0.member("postedAt", notice.postedAt)
            $0.member("appealEndsOn", notice.appealEndsOn)
            $0.member("finalOn", notice.finalOn)
        }
    }

    /// One line of the delegation order.
    mutating func write(_ delegation: Delegation) {
        object {
            $0.member("id", delegation.id)
            $0.member("number", delegation.number)
            $0.member("text", delegation.text)
            $0.member("personId", delegation.personID)
            $0.array("outcomes", delegation.outcomes.map(\.rawValue).sorted())
            $0.member("maximumAmount", delegation.maximumAmount)
            $0.member("validFrom", delegation.validFrom)
            $0.member("validTo", delegation.validTo)
        }
    }

    /// One of the region's standard texts.
    mutating func write(_ text: DecisionText) {
        object {
            $0.member("kind", text.kind)
            $0.member("language", text.language)
            $0.member("validFrom", text.validFrom)
            $0.member("text", text.text)
        }
    }

    /// What a call says of its decisions.
    mutating func write(_ terms: DecisionTerms) {
        object {
            $0.member("outcomesToldAt", terms.outcomesToldAt)
            $0.member("appeal", terms.appeal)
            $0.member("reportDueOn", terms.reportDueOn)
        }
    }
}

extension DecisionService.Manner: JSONWritable {}
