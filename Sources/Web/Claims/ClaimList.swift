import Domain
import HTML
import Postgres
import Store

/// Which claims a list is of.
enum ClaimFilter: String, CaseIterable {
    /// Due and overdue: something is left of them.
    case open
    case due, overdue, repaid, released
    case writtenOff = "written-off"

    var standings: [Claim.Standing] {
        switch self {
        case .open: Claim.Standing.allCases.filter(\.isOpen)
        case .due: [.due]
        case .overdue: [.overdue]
        case .repaid: [.repaid]
        case .writtenOff: [.writtenOff]
        case .released: [.released]
        }
    }
}

extension Link {
    /// What finance follows up of money that is to come back.
    static let claims = "\(desk)/claims"
}

extension Link.API {
    static let claims = "\(root)/claims"
}

extension Routes {
    /// What libraries owe back, over all grants.
    mutating func addClaimList(_ service: Service) {
        let readers = Access<Person>.role(.caseOfficer, .decisionMaker, .finance, .auditor)
        get(Link.API.claims, access: readers) { request, _ in
            try request.allowParameters("limit", "page", "state")
            let window = try request.page
            let (claims, sum) = try await service.claims(try request.claimFilter, window)
            return .list(
                claims, window, total: sum.count, for: request,
                more: { json in
                    json.object("sum") {
                        $0.member("amount", sum.amount)
                        $0.member("left", sum.left)
                    }
                }, { json, claim in json.write(claim) })
        }
        get(Link.claims, access: readers) { request, _ in
            let (window, filter) = (try request.page, try request.claimFilter)
            let (claims, sum) = try await service.claims(filter, window)
            let page = ClaimListPage(request: request, window: window, filter: filter, claims: claims, sum: sum)
            return .page(request.phrases.claimsTitle, for: request) { page.html }
        }
    }
}

extension WebRequest {
    fileprivate var claimFilter: ClaimFilter {
        get throws {
            guard let text = try query.single("state") else { return .open }
            guard let filter = ClaimFilter(rawValue: text) else {
                throw RequestFault(.badParameter, field: "state")
            }
            return filter
        }
    }
}

extension Service {
    fileprivate func claims(
        _ filter: ClaimFilter, _ window: PageWindow
    ) async throws -> (claims: [FollowedClaim], sum: SumOfClaims) {
        try await database.claims(
            standing: filter.standings, on: Stockholm.day(try await database.now()), limit: window.limit,
            offset: window.offset)
    }
}

/// The claims with their sums, and a choice of which.
private struct ClaimListPage {
    let request: WebRequest
    let window: PageWindow
    let filter: ClaimFilter
    let claims: [FollowedClaim]
    let sum: SumOfClaims

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(phrases.deskTitle, to: Link.desk) }
        h1(phrases.claimsTitle)
        form(action: Link.claims, method: .get, .class("filters")) {
            select(
                label: phrases.status, name: "state",
                choices: ClaimFilter.allCases.map { Choice($0.rawValue, phrases.name($0)) }, selected: filter.rawValue)
            div(.class("actions")) { button(phrases.show) }
        }
        p(phrases.claimsFound(sum), .class("count"), .role(.status))
        if !claims.isEmpty { ClaimTable(claims: claims, phrases: phrases).html }
        paging(window, total: sum.count, for: request)
    }
}

/// Claims in a table, each with a link to its page.
struct ClaimTable {
    let claims: [FollowedClaim]
    let phrases: Phrases

    var html: HTML {
        listing(
            caption: phrases.claims,
            [
                Column(phrases.reference), Column(phrases.applicant), Column(phrases.dueOn),
                Column(phrases.amount, isNumber: true), Column(phrases.left, isNumber: true), Column(phrases.status),
            ], claims.map(row))
    }

    private func row(_ claim: FollowedClaim) -> TableRow {
        TableRow([
            HTML {
                link(claim.reference, to: Link.claim(claim.id, of: claim.grantID))
                small {
                    " \(claim.registryNumber) "; userText(claim.title)
                }
            },
            userText(claim.libraryName), HTML(phrases.day(claim.dueOn)), HTML(phrases.money(claim.amount)),
            HTML(phrases.money(claim.left)),
            HTML {
                ClaimBadge(standing: claim.standing, phrases: phrases).html
                if claim.isAnnulled { " "; badge(phrases.laterIsAnnulled, kind: "bad") }
            },
        ])
    }
}

/// How a claim stands.
struct ClaimBadge {
    let standing: Claim.Standing
    let phrases: Phrases

    var html: HTML {
        switch standing {
        case .due: badge(phrases.name(standing), kind: "warning")
        case .overdue: badge(phrases.name(standing), kind: "bad")
        case .repaid: badge(phrases.name(standing), kind: "good")
        case .writtenOff, .released: badge(phrases.name(standing))
        }
    }
}

/// The claims on the desk that are overdue.
struct ClaimDeskPart {
    let claims: [FollowedClaim]
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !claims.isEmpty {
            section(.class("panel bad")) {
                h2(phrases.overdueClaims)
                p(phrases.overdueClaimsMean)
                ClaimTable(claims: claims, phrases: phrases).html
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ claim: FollowedClaim) {
        object {
            $0.member("id", claim.id)
            $0.member("grantId", claim.grantID)
            $0.member("applicationId", claim.applicationID)
            $0.member("kind", claim.kind)
            $0.member("state", claim.standing)
            $0.member("amount", claim.amount)
            $0.member("left", claim.left)
            $0.member("dueOn", claim.dueOn)
            $0.member("reference", claim.reference)
            $0.member("documentId", claim.documentID)
            $0.member("isAnnulled", claim.isAnnulled)
            $0.member("library", claim.libraryName)
            $0.member("registryNumber", claim.registryNumber)
            $0.object("links") {
                $0.member("grant", Link.API.grant(claim.grantID))
                $0.member("page", Link.claim(claim.id, of: claim.grantID))
            }
        }
    }
}

extension Claim.Standing: JSONWritable {}
