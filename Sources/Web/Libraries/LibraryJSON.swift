import Domain
import Store

extension JSONWriter {
    mutating func write(_ municipality: Municipality) {
        object {
            $0.member("code", municipality.code)
            $0.member("name", municipality.name)
        }
    }

    mutating func write(_ registered: RegisteredLibraryChange) {
        object {
            $0.member("id", registered.change.id)
            $0.object("library") {
                $0.member("id", registered.change.libraryID)
                $0.member("name", registered.libraryName)
            }
            if let id = registered.change.successorID {
                $0.object("successor") {
                    $0.member("id", id)
                    $0.member("name", registered.successorName)
                }
            } else {
                $0.member("successor", String?.none)
            }
            $0.member("from", registered.change.effectiveOn)
            $0.member("reason", registered.change.reason)
            $0.member("restsOn", registered.change.restsOn)
            $0.member("state", registered.change.state)
            $0.member("registeredBy", actor: registered.registrarName)
            $0.member("registeredAt", registered.change.registered.at)
            $0.member("confirmedBy", actor: registered.confirmerName)
            $0.member("confirmedAt", registered.change.confirmed?.at)
            $0.member("takenBackBy", actor: registered.takerName)
            $0.member("takenBackAt", registered.change.takenBack?.step.at)
            $0.member("takenBackBecause", registered.change.takenBack?.reason)
            $0.member("appliedAt", registered.appliedAt)
            $0.member("breaches", registered.breaches)
        }
    }

    mutating func write(_ library: Library, branches: [Branch]) {
        object {
            $0.member("id", library.id)
            $0.member("name", library.name)
            $0.member("kind", library.kind)
            $0.member("municipalityCode", library.municipalityCode)
            $0.member("validTo", library.validTo)
            $0.member("successorId", library.successorID)
            $0.array("branches", branches) { json, branch in
                json.object {
                    $0.member("id", branch.id)
                    $0.member("name", branch.name)
                }
            }
        }
    }
}

extension LibraryChange.State: JSONWritable {}
