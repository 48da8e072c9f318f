import NIOCore

extension Routes {
    /// What the API says of itself.
    mutating func addOperationsOfService(_ service: Service) {
        // REST-API-profil of Digg (dev.dataportal.se/rest-api-profil), chapter on information about the API.
        get(Link.API.information, access: .everyone) { request, _ in
            .json { json in
                json.object {
                    $0.member("apiName", "Samlyft")
                    $0.member("apiVersion", "1.0.0")
                    $0.member("apiReleased", "2026-11-21")
                    $0.member("apiDocumentation", "\(request.settings.publicAddress)\(Link.API.openAPI)")
                    $0.member("apiStatus", "beta")
                }
            }
        }
        let document = Asset(
            PackageResources.openapi_json, name: "openapi", ending: "json", contentType: "application/json")
        get(Link.API.openAPI, access: .everyone) { _, _ in
            .bytes(
                document.body, contentType: document.contentType, tag: document.tag,
                cacheControl: "public, max-age=300")
        }
    }
}
