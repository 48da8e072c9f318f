import Domain

extension JSONWriter {
    mutating func write(_ municipality: Municipality) {
        object {
            $0.member("code", municipality.code)
            $0.member("name", municipality.name)
        }
    }

    mutating func write(_ library: Library, branches: [Branch]) {
        object {
            $0.member("id", library.id)
            $0.member("name", library.name)
            $0.member("kind", library.kind)
            $0.member("municipalityCode", library.municipalityCode)
            $0.array("branches", branches) { json, branch in
                json.object {
                    $0.member("id", branch.id)
                    $0.member("name", branch.name)
                }
            }
        }
    }
}
