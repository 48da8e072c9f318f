import Domain

extension JSONWriter {
    mutating func write(_ grant: Grant) {
        object {
            $0.member("id", grant.id)
            $0.member("state", grant.state)
            $0.member("applicationId", grant.applicationID)
            $0.member("callId", grant.callID)
            $0.member("libraryId", grant.libraryID)
            $0.member("amount", grant.amount)
            $0.member("paymentHold", grant.paymentHold)
            $0.array("conditions", grant.conditions) { json, condition in
                json.object {
                    $0.member("id", condition.id)
                    $0.member("eventId", condition.eventID)
                    $0.member("state", condition.state)
                    $0.member("costShare", condition.costShare)
                }
            }
            $0.member("awardedAt", grant.awardedAt)
            $0.member("version", grant.version)
            $0.object("links") {
                $0.member("self", Link.API.grant(grant.id))
                $0.member("application", Link.API.application(grant.applicationID))
            }
        }
    }
}
