extension Routes {
    /// Every route of the service, one feature a line.
    package static func all(_ service: Service, developmentLogin: Bool) -> Routes {
        var routes = Routes()
        routes.addAssets()
        routes.addProblemPages()
        routes.addHealth(service)
        routes.addCalendarFeeds(service)
        return routes
    }
}
