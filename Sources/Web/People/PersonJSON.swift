import Domain

extension JSONWriter {
    /// Oneself.
    mutating func write(_ person: Person, at library: Library?) {
        object {
            $0.member("id", person.id)
            $0.member("name", person.name)
            $0.member("email", person.email)
            if let library {
                $0.object("library") {
                    $0.member("id", library.id)
                    $0.member("name", library.name)
                }
            } else {
                $0.member("library", String?.none)
            }
            $0.writeRoles(of: person)
        }
    }

    /// Somebody else, with the parts of them that the reader may see.
    mutating func write(_ other: RegisteredPerson, _ parts: Set<PeopleInSight.Part>) {
        object {
            $0.member("id", other.person.id)
            $0.member("name", other.person.name)
            if let id = other.person.libraryID {
                $0.object("library") {
                    $0.member("id", id)
                    $0.member("name", other.libraryName)
                }
            } else {
                $0.member("library", String?.none)
            }
            if parts.contains(.address) { $0.member("email", other.person.email) }
            if parts.contains(.roles) { $0.writeRoles(of: other.person) }
            if parts.contains(.tenures) {
                $0.array("tenures", other.tenures) { json, tenure in json.write(tenure) }
                $0.member("leftAt", other.leftAt)
            }
        }
    }

    private mutating func writeRoles(of person: Person) {
        array("roles", person.roles.sorted()) { json, assignment in
            json.object {
                $0.member("role", assignment.role)
                $0.member("libraryId", assignment.libraryID)
            }
        }
    }

    private mutating func write(_ tenure: Tenure) {
        object {
            $0.member("role", tenure.role)
            $0.member("libraryId", tenure.assignment.libraryID)
            $0.member("validFrom", tenure.validFrom)
            $0.member("validTo", tenure.validTo)
        }
    }

    /// A person who acted in a case, by name alone; null where it is not known.
    mutating func member(_ name: StaticString, actor: String?) {
        guard let actor else { return member(name, String?.none) }
        object(name) { $0.member("name", actor) }
    }
}

extension Set<Person.Assignment> {
    /// In an order that does not change between two answers.
    fileprivate func sorted() -> [Person.Assignment] {
        sorted { left, right in
            (left.role.rawValue, left.libraryID?.description ?? "") < (
                right.role.rawValue, right.libraryID?.description ?? ""
            )
        }
    }
}
