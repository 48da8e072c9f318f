import Domain

extension Link {
    /// Where a library reports its grant, and the region reads it.
    static func report(_ grant: Grant.ID) -> String { "\(self.grant(grant))/report" }
    static func reportReturn(_ grant: Grant.ID) -> String { "\(report(grant))/return" }
    static func reportSettlement(_ grant: Grant.ID) -> String { "\(report(grant))/settlement" }
    static func settlementReturn(_ grant: Grant.ID) -> String { "\(reportSettlement(grant))/return" }
    static func reportConfirmation(_ grant: Grant.ID) -> String { "\(reportSettlement(grant))/confirmation" }
}

extension Link.API {
    static func report(_ grant: Grant.ID) -> String { "\(self.grant(grant))/report" }
}
