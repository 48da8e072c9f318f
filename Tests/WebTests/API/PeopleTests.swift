import Domain
import Operations
import TestDatabase
import Testing

@testable import Web

@Suite struct `People in the API` {
    @Test func `are shown with what their reader may see, and no more`() async throws {
        try await API.with { api in
            let karin = "/api/v1/people/\(try api.scene.database.person(People.karin).id)"
            let shown = ["id", "name", "library"]
            #expect(try await api.get(karin, as: People.ulf).json.names == shown + ["email"])
            #expect(try await api.get(karin, as: People.amira).json.names == shown + ["roles"])
            #expect(
                try await api.get(karin, as: People.admin).json.names == shown + [
                    "email", "roles", "tenures", "leftAt",
                ])
            for stranger in [People.pontus, People.petra, nil] {
                let answer = try await api.get(karin, as: stranger)
                #expect(!answer.text.contains("Åkervind"))
            }
            let region = "/api/v1/people/\(try api.scene.database.person(People.dag).id)"
            #expect(try await api.get(region, as: People.amira).status == 404)
            #expect(try await api.get(region, as: People.auditor)["library"] == .null)
        }
    }

    @Test func `who left are shown to administrator and auditor alone`() async throws {
        try await API.with { api in
            let ulf = "/api/v1/people/\(try api.scene.database.person(People.ulf).id)"
            try await api.scene.operations.endPerson(withEmail: People.ulf)
            for reader in [People.karin, People.amira, People.maria] {
                #expect(try await api.get(ulf, as: reader).status == 404)
                #expect(try await !api.get("/api/v1/people?limit=100", as: reader).text.contains("Tallmark"))
            }
            for reader in [People.admin, People.auditor] {
                #expect(try await api.get(ulf, as: reader)["leftAt"].text != nil)
            }
        }
    }

    @Test func `are listed by page, library and words; what is not theirs looks like what is not there`() async throws {
        try await API.with { api in
            let list = try await api.get("/api/v1/people?limit=5&page=2", as: People.admin)
            #expect(list["items"].items.count == 5 && list["total"].number == 34 && list["page"].number == 2)
            let klippan = try api.scene.library(of: api.scene.karin)
            let malmo = try #require(try api.scene.database.person("mia@malmo.example").libraryID)
            #expect(try await api.get("/api/v1/people?libraryId=\(klippan)", as: People.karin)["total"].number == 2)
            let foreign = try await api.get("/api/v1/people?libraryId=\(malmo)", as: People.karin)
            let unknown = try await api.get("/api/v1/people?libraryId=\(Library.ID())", as: People.karin)
            #expect(foreign.text == unknown.text && foreign["total"].number == 0)
            #expect(try await api.get("/api/v1/people?q=tallm", as: People.karin)["total"].number == 1)
            #expect(try await api.get("/api/v1/people?q=tallm", as: People.petra)["total"].number == 0)
            #expect(try await api.get("/api/v1/people?libraryId=x", as: People.karin).status == 400)
            #expect(try await api.get("/api/v1/people?name=x", as: People.karin).status == 400)
        }
    }
}
