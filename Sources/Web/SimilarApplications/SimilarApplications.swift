import Domain
import HTML
import Operations
import Store

extension Routes {
    /// The applications that have much in common with one.
    mutating func addSimilarApplications(_ service: Service) {
        get("\(Link.API.applications)/:id/similar", access: .loggedIn) { request, person in
            try request.allowParameters()
            let application = try await service.application(request, seenBy: person)
            let similar = try await service.similarApplications(to: application, seenBy: person)
            return .json { json in
                json.object { json in
                    json.array("items", similar) { $0.write($1) }
                }
            }
        }
    }
}

/// An application with much in common, and whether its reader may open it.
struct SeenSimilarApplication: Sendable {
    let similar: SimilarApplication
    let isSeen: Bool
}

extension Service {
    /// Those that `person` may see, and that there are others: that a library seeks the same is no secret once it is
    /// received, but what it says is; and a draft is nobody's business.
    func similarApplications(
        to application: GrantApplication, seenBy person: Person
    ) async throws -> [SeenSimilarApplication] {
        try await operations.similarApplications(to: application, for: person).compactMap { each in
            let isReceived = each.registryNumber != nil
            let isSeen = person.librariesOfOwnCases.contains(each.libraryID) || isReceived && person.isOfRegionalDesk
            return isSeen || isReceived ? SeenSimilarApplication(similar: each, isSeen: isSeen) : nil
        }
    }
}

/// That there are applications with much in common, on the pages of one.
struct SimilarPart {
    let similar: [SeenSimilarApplication]
    let libraries: LibraryNames
    let phrases: Phrases

    var html: HTML {
        similar.isEmpty
            ? .empty
            : notice(phrases.thereAreSimilar, kind: "info") {
                p(phrases.similarMeans)
                ul { for each in similar { li { item(each) } } }
            }
    }

    @HTMLBuilder private func item(_ each: SeenSimilarApplication) -> HTML {
        if each.isSeen {
            link(to: Link.application(each.similar.id)) { userText(each.similar.title) }
            " (\(phrases.name(each.similar.status))), "
        }
        userText(libraries[each.similar.libraryID])
        ": \(each.similar.reasons.map(phrases.name).joined(separator: ", "))"
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ each: SeenSimilarApplication) {
        object {
            $0.member("applicationId", each.isSeen ? each.similar.id : nil)
            $0.member("title", each.isSeen ? each.similar.title : nil)
            $0.member("libraryId", each.similar.libraryID)
            $0.member("state", each.isSeen ? each.similar.status : nil)
            $0.member("registryNumber", each.isSeen ? each.similar.registryNumber : nil)
            $0.array("reasons", each.similar.reasons)
        }
    }
}

extension Phrases {
    fileprivate var thereAreSimilar: String {
        say("Det finns liknande ansökningar", en: "There are similar applications")
    }
    fileprivate var similarMeans: String {
        say(
            "Det hindrar ingenting. Jämför gärna, så att ingen söker två gånger för samma sak.",
            en: "It hinders nothing. Compare, so that nobody applies twice for the same.")
    }
    fileprivate func name(_ reason: SimilarApplication.Reason) -> String {
        switch reason {
        case .sameLibrary: say("samma bibliotek", en: "same library")
        case .sameEvent: say("samma händelse", en: "same event")
        case .similarTitle: say("liknande titel", en: "similar title")
        }
    }
}
