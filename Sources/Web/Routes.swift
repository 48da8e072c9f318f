extension Routes {
    /// Every route of the service, one feature a line.
    package static func all(_ service: Service, developmentLogin: Bool) -> Routes {
        var routes = Routes()
        routes.addAssets()
        routes.addProblemPages()
        routes.addHealth(service)
        routes.addCalendarFeeds(service)
        routes.addOperationsOfService(service)
        routes.addLibraries(service)
        routes.addPeople(service)
        routes.addEvents(service)
        routes.addCalls(service)
        routes.addGrantApplications(service)
        routes.addAttachments(service)
        routes.addPartners(service)
        routes.addReceipts(service)
        routes.addSignatureRequests(service)
        routes.addSimilarApplications(service)
        routes.addCaseRecords(service)
        routes.addGrants(service)
        routes.addCalendarPages(service)
        routes.addEventPages(service)
        routes.addCallPages(service)
        routes.addWorkbenchPages(service)
        routes.addApplicationPages(service)
        routes.addAttachmentPages(service)
        routes.addPartnerPages(service)
        routes.addDeskPages(service)
        routes.addInformationPages(service)
        routes.addLoginPages(service, developmentLogin: developmentLogin)
        if developmentLogin { routes.addOutboxPage(service) }
        return routes
    }
}
