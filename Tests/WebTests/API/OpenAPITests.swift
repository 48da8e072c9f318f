import HTTPTypes
import Testing

@testable import Web

/// The document that the service serves about itself.
@Suite struct `OpenAPI document` {
    private let document = JSONValue(PackageResources.openapi_json) ?? .null

    @Test func `it has every route of the API, and no route that is not there`() async throws {
        try await API.with { api in
            let routes = Set(api.routes.map { "\($0.method.rawValue.lowercased()) \(Self.template($0.path))" })
            let documented = Set(
                self.document["paths"].names.flatMap { path in
                    self.document["paths"][path].names.map { "\($0) \(path)" }
                })
            #expect(routes.subtracting(documented) == [], "routes that the document lacks")
            #expect(documented.subtracting(routes) == [], "operations that are no routes")
        }
    }

    @Test func `all its references lead somewhere`() {
        var references: [String] = []
        collect(document, &references)
        #expect(references.count > 300)
        for reference in Set(references) {
            var target = document
            for part in reference.dropFirst(2).split(separator: "/") { target = target[String(part)] }
            #expect(target != .null, "\(reference)")
        }
    }

    @Test func `every component is used`() {
        var references: [String] = []
        collect(document, &references)
        for kind in ["schemas", "parameters", "headers", "responses"] {
            for name in document["components"][kind].names {
                #expect(references.contains("#/components/\(kind)/\(name)"), "\(kind) \(name)")
            }
        }
    }

    @Test func `every operation has a name of its own, a summary, a tag and its parameters of the path`() {
        var names: Set<String> = []
        for path in document["paths"].names {
            for method in document["paths"][path].names {
                let operation = document["paths"][path][method]
                #expect(names.insert(operation["operationId"].text ?? "").inserted, "\(method) \(path)")
                #expect(operation["summary"].text?.isEmpty == false)
                #expect(operation["tags"].items.count == 1)
                let inPath = operation["parameters"].items.filter { $0["in"].text == "path" }.compactMap {
                    $0["name"].text
                }
                for name in inPath { #expect(path.contains("{\(name)}")) }
                #expect(path.filter { $0 == "{" }.count == inPath.count, "\(method) \(path)")
            }
        }
    }

    @Test func `it names contact, licence and what may be relied on`() {
        let info = document["info"]
        #expect(info["contact"]["email"].text != nil)
        #expect(info["license"]["name"].text != nil)
        #expect(info["description"].text?.contains("Service level") == true)
        #expect(document["components"]["securitySchemes"]["bearer"]["scheme"].text == "bearer")
    }

    @Test func `it is served as it stands, and not again to whoever has it`() async throws {
        try await API.with { api in
            let answer = try await api.get("/api/v1/openapi.json")
            #expect(answer.json == self.document)
            let tag = try #require(answer.headers[.eTag])
            #expect(try await api.send(.get, "/api/v1/openapi.json", nil, [.ifNoneMatch: tag]).status == 304)
        }
    }

    private static func template(_ path: String) -> String {
        path.split(separator: "/").map { $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)" }.joined()
    }

    private func collect(_ value: JSONValue, _ references: inout [String]) {
        switch value {
        case .object(let members):
            for member in members {
                if member.name == "$ref", let text = member.value.text { references.append(text) }
                collect(member.value, &references)
            }
        case .array(let items): for item in items { collect(item, &references) }
        default: break
        }
    }
}
