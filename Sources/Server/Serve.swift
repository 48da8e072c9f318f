import ArgumentParser
import ClamAV
import Hummingbird
import Logging
import Operations
import Postgres
import ServiceLifecycle
import UnixSignals
import Web

/// Serves pages, API and feeds until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve until told to stop.")

    func run() async throws {
        let settings = try await Settings.read()
        ConnectionLimits.setThreads()
        let log = LogBuffer()
        defer { log.flush() }
        let logger = settings.logger(to: log)
        let database = PostgresClient(configuration: settings.postgres, logger: logger)
        let responder = site(settings, database: database, logger: logger).router().buildResponder()
        let application = Application(
            responder: responder,
            server: ConnectionLimits.server(bodyLimit: settings.web.bodyLimit(at:), answering: responder),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), backlog: 1024),
            logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: database),
                    .init(
                        service: Sweeping(
                            operations: Operations(database: database, logger: logger), logger: logger)),
                    .init(
                        service: Scanning(
                            operations: Operations(database: database, logger: logger),
                            scanner: settings.attachments.scanner.map { ClamAV(address: $0) }, logger: logger)),
                    .init(service: application),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    private func site(_ settings: Settings, database: PostgresClient, logger: Logger) -> Site {
        let operations = Operations(database: database, logger: logger, limits: settings.attachments.limits)
        let service = Service(operations: operations, settings: settings.web)
        let routes = Routes.all(service, developmentLogin: settings.developmentLogin)
        return Site(
            settings: settings.web, identities: KnownIdentities(service), routes: routes, logger: logger,
            isOutage: Service.isOutage)
    }
}
