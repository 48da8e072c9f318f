extension Routes {
    /// Every route of the service, one feature a line.
    package static func all(_ service: Service, developmentLogin: Bool) -> Routes {
        var routes = Routes()
        routes.addFrame(service)
        routes.addRegion(service)
        routes.addCases(service)
        routes.addMoney(service)
        routes.addPages(service)
        routes.addLoginPages(service, developmentLogin: developmentLogin)
        if developmentLogin { routes.addOutboxPage(service) }
        return routes
    }

    /// What the service is, whatever it is about.
    private mutating func addFrame(_ service: Service) {
        addAssets()
        addProblemPages()
        addHealth(service)
        addCalendarFeeds(service)
        addOperationsOfService(service)
    }

    /// Libraries, people, events and calls.
    private mutating func addRegion(_ service: Service) {
        addLibraries(service)
        addLibraryChangePages(service)
        addLibraryBoards(service)
        addLibraryBoardPages(service)
        addPeople(service)
        addEvents(service)
        addCalls(service)
    }

    /// Applications and what is decided of them.
    private mutating func addCases(_ service: Service) {
        addGrantApplications(service)
        addAttachments(service)
        addPartners(service)
        addReceipts(service)
        addSignatureRequests(service)
        addSimilarApplications(service)
        addCaseRecords(service)
        addReceivedPapers(service)
        addDocuments(service)
        addDecisionCommands(service)
        addAppeals(service)
        addArchives(service)
        addNoticeBoard(service)
        addUnpostedDecisions(service)
        addDecisionOrder(service)
        addDecisionTerms(service)
        addRuleEvaluations(service)
        addHandling(service)
    }

    /// Grants, and what is paid, claimed and reported.
    private mutating func addMoney(_ service: Service) {
        addGrants(service)
        addPayments(service)
        addPaymentPages(service)
        addClaims(service)
        addReports(service)
    }

    /// What people read and fill in.
    private mutating func addPages(_ service: Service) {
        addCalendarPages(service)
        addEventPages(service)
        addInvitationEvidence(service)
        addCallPages(service)
        addWorkbenchPages(service)
        addApplicationPages(service)
        addAttachmentPages(service)
        addPartnerPages(service)
        addDeskPages(service)
        addHandlingPages(service)
        addAssignmentPages(service)
        addInformationPages(service)
    }
}
