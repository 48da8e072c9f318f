import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// All routes of one path: chooses by method, finds out who asks, lets them in, reads the body and answers.
struct Endpoint: HTTPResponder {
    let routes: [HTTPRequest.Method: Route]
    let allow: String
    let settings: WebSettings
    let identities: any Identities
    let problems: ProblemAnswers

    init(routes: [Route], settings: WebSettings, identities: any Identities, problems: ProblemAnswers) {
        var byMethod: [HTTPRequest.Method: Route] = [:]
        for route in routes { byMethod[route.method] = route }
        let head: [HTTPRequest.Method] = byMethod[.get] == nil ? [] : [.head]
        let all = Array(byMethod.keys) + head + [.options]
        allow = all.map(\.rawValue).sorted().joined(separator: ", ")
        self.routes = byMethod
        self.settings = settings
        self.identities = identities
        self.problems = problems
    }

    func respond(to request: Request, context: WebContext) async throws -> Response {
        var web = WebRequest(request, id: context.requestID, settings: settings)
        web.parameters = context.parameters
        var response: WebResponse
        do {
            response = try await answer(&web, request)
        } catch let broken as BrokenBody {
            // The connection is of no more use: Hummingbird closes it.
            throw broken.reason
        } catch {
            response = problems.answer(error, to: web)
        }
        return finish(response, for: web)
    }

    private func answer(_ web: inout WebRequest, _ request: Request) async throws -> WebResponse {
        if web.method == .options { return WebResponse(.noContent, headers: [.allow: allow]) }
        guard let route = routes[web.method == .head ? .get : web.method] else {
            throw RequestFault(.methodNotAllowed, field: nil, allow: allow)
        }
        web.kind = route.kind
        if web.query.isFaulty { throw RequestFault(.badParameter, field: "?") }
        try await Credentials.identify(&web, by: identities)
        // A form is read even if its sender has been logged out meanwhile, so that what they typed can be given back.
        let isForm = web.kind == .page && route.method != .get
        if isForm { try await readForm(&web, request, route) }
        try route.admit(web)
        if !isForm, route.method != .get { try await readBody(&web, request, route) }
        return try await route.answer(web).negotiated(for: web).sealed(for: web)
    }

    private func readBody(_ web: inout WebRequest, _ request: Request, _ route: Route) async throws {
        guard FileAddress.isOne(route.path) else {
            web.body = try await BodyReader.read(request, settings: settings)
            return
        }
        let content = try await FileReader.whole(request, settings: settings)
        web.file = UploadedFile(field: "file", name: web.query["name"] ?? "", content: content)
    }

    private func readForm(_ web: inout WebRequest, _ request: Request, _ route: Route) async throws {
        if FileAddress.isOne(route.path), let boundary = MediaTypes.boundary(web.headers[.contentType]) {
            // Strangers send us no files.
            try route.admit(web)
            let form = try await FileReader.form(request, boundary: boundary, settings: settings)
            (web.fields, web.file) = (form.fields, form.file)
            return try FormToken.check(web, form.fields)
        }
        web.body = try await BodyReader.read(request, settings: settings)
        guard MediaTypes.isForm(web.headers[.contentType]) else {
            throw RequestFault(.mediaType, field: "Content-Type")
        }
        guard let fields = FormFields(web.body.readableBytesView) else { throw RequestFault(.malformedForm) }
        web.fields = fields
        try FormToken.check(web, fields)
    }

    private func finish(_ response: WebResponse, for web: WebRequest) -> Response {
        var response = response
        if web.kind == .page, let asked = web.query["language"], Language(rawValue: asked) != nil {
            let end = settings.isSecure ? "; Secure" : ""
            response.setCookie("language=\(asked); Path=/; SameSite=Lax; HttpOnly; Max-Age=31536000\(end)")
        }
        if web.kind != .file {
            response.vary(web.kind == .api ? "Authorization, Accept-Language" : "Cookie")
        }
        if response.headers[.cacheControl] == nil {
            let isPrivate = web.person != nil || response.status.code >= 400
            response.headers[.cacheControl] = isPrivate ? "no-store" : "no-cache"
        }
        return response.sent(to: web)
    }
}

extension WebResponse {
    /// As Hummingbird sends it: no body after HEAD, but its length; no length where no body can be.
    func sent(to web: WebRequest) -> Response {
        let isBare = status == .noContent || status == .notModified
        let body = web.method == .head || isBare ? ResponseBody() : ResponseBody(byteBuffer: body)
        var response = Response(status: status, headers: headers, body: body)
        response.headers[.contentLength] = isBare ? nil : String(self.body.readableBytes)
        return response
    }
}
