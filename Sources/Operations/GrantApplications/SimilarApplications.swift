package import Domain
import Postgres
import Store

extension Operations {
    /// Other applications that have much in common with this one, the nearest first: of the same library, for the same
    /// event or with nearly the same title, in the calls of this year and the last. Drafts of others are never among
    /// them.
    package func similarApplications(
        to application: GrantApplication, for person: Person
    ) async throws -> [SimilarApplication] {
        let since = try await database.now().adding(days: -SimilarApplication.days)
        let likely = try await database.likelyApplications(
            to: application.id, since: since, learnsAtOnce: person.learnsOutcomesAtOnce)
        let similar = likely.compactMap { other -> (rank: Double, SimilarApplication)? in
            let likeness = TitleLikeness.of(application.request.title, other.title)
            let reasons = other.reasons(likeness)
            guard !reasons.isEmpty else { return nil }
            return (likeness + Double(reasons.count), other.similar(reasons))
        }
        return similar.sorted { $0.rank > $1.rank }.prefix(SimilarApplication.most).map(\.1)
    }
}

extension LikelyApplication {
    fileprivate func reasons(_ likeness: Double) -> [SimilarApplication.Reason] {
        [
            (SimilarApplication.Reason.sameEvent, isForSameEvent), (.similarTitle, likeness >= TitleLikeness.limit),
            (.sameLibrary, isOfSameLibrary),
        ].filter(\.1).map(\.0)
    }

    fileprivate func similar(_ reasons: [SimilarApplication.Reason]) -> SimilarApplication {
        SimilarApplication(
            id: id, libraryID: libraryID, title: title, status: status, registryNumber: registryNumber,
            reasons: reasons)
    }
}
