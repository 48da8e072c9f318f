import Operations
package import Domain
package import HTTPTypes
import Hummingbird
package import NIOCore

/// A request as routes see it: read, limited, and with the person who sent it.
package struct WebRequest: Sendable {
    package let method: HTTPRequest.Method
    package let headers: HTTPFields
    /// The path without the query, still percent-encoded.
    package let path: String
    /// The query, decoded once.
    package let query: Query
    /// Names the request in logs and problems.
    package let id: String
    /// Who sent it, if they said so.
    package internal(set) var person: Person?
    /// The whole body.
    package internal(set) var body = ByteBuffer()
    package let settings: WebSettings
    package internal(set) var kind: Route.Kind
    var session: Secret?
    var parameters = Parameters()
    /// Read before the route's closure runs, for every form that is sent from a page.
    var fields: FormFields?
    /// The file that came with a form, or that the body of a request is.
    var file: UploadedFile?

    init(_ request: Request, id: String, settings: WebSettings) {
        method = request.method
        headers = request.headers
        path = request.uri.path
        query = Query(request.uri.query ?? "")
        kind = Route.Kind(path: request.uri.path)
        self.id = id
        self.settings = settings
    }
}

extension WebRequest {
    /// The part of the path that the route calls `name`. There is no such thing where it is not readable text.
    package func parameter(_ name: String) throws(Refusal) -> String {
        guard let raw = parameters.get(name), let text = PercentEncoding.decode(raw.utf8, plusIsSpace: false) else {
            throw .missing
        }
        return text
    }

    /// The identity in the path: what is no identity belongs to nothing.
    package func id<Subject>(_ subject: Subject.Type, _ name: String = "id") throws(Refusal) -> Identifier<Subject> {
        guard let id = Identifier<Subject>(try parameter(name)) else { throw .missing }
        return id
    }

    /// Which part of a list is asked for.
    package var page: PageWindow {
        get throws(RequestFault) { try PageWindow(query) }
    }

    /// The key that makes a repeated request safe, if the client sent one.
    package var idempotencyKey: String? {
        get throws(RequestFault) {
            guard let name = HTTPField.Name("Idempotency-Key") else { return nil }
            let keys = headers[values: name]
            guard let key = keys.first else { return nil }
            guard keys.count == 1, (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E) ~= $0 })
            else { throw RequestFault(.badIdempotencyKey, field: "Idempotency-Key") }
            return key
        }
    }

    /// The body as a JSON object, to be read field by field.
    package func json() throws(RequestFault) -> ObjectReader {
        guard MediaTypes.isJSON(headers[.contentType]) else { throw RequestFault(.mediaType, field: "Content-Type") }
        guard let value = JSONValue(Array(body.readableBytesView)), case .object(let members) = value else {
            throw RequestFault(.malformedJSON)
        }
        return ObjectReader(members)
    }

    /// The body as a form, to be read field by field. That it came from a page of ours has been checked.
    package func form() throws(RequestFault) -> FormReader {
        guard let fields else { throw RequestFault(.mediaType, field: "Content-Type") }
        return FormReader(fields)
    }

    /// The language of the answer. Pages are Swedish unless somebody has chosen English, whatever their browser was
    /// set to by others; a program says what it wants with each request.
    package var language: Language {
        if let asked = query["language"], let language = Language(rawValue: asked) { return language }
        guard kind == .page else { return Language(preferred: headers[.acceptLanguage]) }
        return Cookies.value("language", in: headers).flatMap(Language.init(rawValue:)) ?? .swedish
    }

    /// The words of the answer.
    package var phrases: Phrases { Phrases(language, noun: settings.grantNoun) }
}

/// What the bodies that we read are called.
enum MediaTypes {
    static func isJSON(_ contentType: String?) -> Bool {
        let type = essence(contentType)
        return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    }

    /// Whether what a client would take is JSON, a problem among it, and no page.
    static func asksForJSON(_ accept: String?) -> Bool {
        let types = (accept ?? "").split(separator: ",").map { essence(String($0)) }
        return types.contains(where: { isJSON($0) }) && !types.contains("text/html")
    }

    static func isForm(_ contentType: String?) -> Bool {
        essence(contentType) == "application/x-www-form-urlencoded"
    }

    private static func essence(_ contentType: String?) -> String {
        let type = (contentType ?? "").prefix { $0 != ";" }
        return type.split(separator: " ").joined().lowercased()
    }
}
