import HTTPTypes
import Postgres
import Store

extension Routes {
    /// `/health`: the process lives. `/ready`: it can serve, since the database is reachable and migrated.
    mutating func addHealth(_ service: Service) {
        file("/health", access: .everyone) { _, _ in .status(.ok, "ok") }
        file("/ready", access: .everyone) { _, _ in
            guard await service.database.isReady() else { return .status(.serviceUnavailable, "database-unreachable") }
            guard try await service.database.isMigrated() else {
                return .status(.serviceUnavailable, "database-not-migrated")
            }
            return .status(.ok, "ready")
        }
    }
}

extension WebResponse {
    fileprivate static func status(_ status: HTTPResponse.Status, _ word: String) -> WebResponse {
        var response = json(status) { json in
            json.object { $0.member("status", word) }
        }
        response.headers[.cacheControl] = "no-store"
        if status == .serviceUnavailable { response.headers[.retryAfter] = "1" }
        return response
    }
}
