import Domain
import HTTPTypes
import TestDatabase

@testable import Web

/// What one reader got: status, tag and all of the body but for what the clock changes.
struct ToldRead: Equatable {
    let path: String
    let person: String?
    let status: Int
    let tag: String?
    let changed: String?
    let text: String

    init(_ path: String, _ person: Person?, _ status: Int, _ headers: HTTPFields, _ text: String) {
        self.path = path
        self.person = person?.email
        self.status = status
        tag = path.hasSuffix(".ics") ? nil : headers[.eTag]
        changed = headers[.lastModified]
        self.text = Self.timeless(text)
    }

    func difference(to other: ToldRead) -> String {
        guard status == other.status, tag == other.tag else {
            return "\(status) \(tag ?? "") – \(other.status) \(other.tag ?? "")"
        }
        let same = max(0, zip(text, other.text).prefix { $0 == $1 }.count - 60)
        return "\(text.dropFirst(same).prefix(160)) | \(other.text.dropFirst(same).prefix(160))"
    }

    private static func timeless(_ text: String) -> String {
        text.replacing(/"(evaluatedAt|readAt)":"[^"]*"/, with: "")
            .replacing(/"(instance|requestId|incident)":"[^"]*"/, with: "")
            .replacing(/name="(csrf|key|once)" value="[^"]*"/, with: "")
            .replacing(/kl\. [0-9]{1,2}\.[0-9]{2}/, with: "")
            .replacing(/DTSTAMP:[0-9TZ]*/, with: "")
    }
}

/// Every GET route, with the things of a case in its address.
struct ToldWalk {
    let made: Case
    let routes: [Route]
    let read: (String, Person?) async throws -> ToldRead

    init(_ made: Case, _ routes: [Route], read: @escaping (String, Person?) async throws -> ToldRead) {
        self.made = made
        self.routes = routes
        self.read = read
    }

    func reads(by people: [Person?]) async throws -> [ToldRead] {
        var reads: [ToldRead] = []
        for route in routes where route.method == .get {
            for path in paths(route.path) {
                for person in people { reads.append(try await read(path, person)) }
            }
        }
        return reads
    }

    /// The path with whatever may fit for its parameters; the list of applications asked for by every state, too.
    private func paths(_ path: String) -> [String] {
        guard !path.contains(":name"), !path.contains(":token") else { return [] }
        if path == Link.API.applications {
            return [path] + GrantApplication.Status.allCases.map { "\(path)?state=\($0.rawValue)" }
        }
        guard path.contains(":") else { return [path] }
        return ["\(made.application)", "\(made.call)", "\(made.event)"].map { id in
            "/" + path.split(separator: "/").map { $0.hasPrefix(":") ? id : String($0) }.joined(separator: "/")
        }
    }
}
