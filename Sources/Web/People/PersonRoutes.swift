import Domain
import Store

extension Routes {
    /// Who one is oneself. Nobody is listed for others: names of staff are personal data that no client needs.
    mutating func addPeople(_ service: Service) {
        get(Link.API.me, access: .loggedIn) { _, person in
            let library =
                if let id = person.libraryID { try await service.database.library(id) } else { nil as Library? }
            return .json { $0.write(person, at: library) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ person: Person, at library: Library?) {
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
            $0.array("roles", person.roles.sorted()) { json, assignment in
                json.object {
                    $0.member("role", assignment.role)
                    $0.member("libraryId", assignment.libraryID)
                }
            }
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
