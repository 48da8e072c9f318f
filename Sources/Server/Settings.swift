import Configuration
import Domain
import Foundation
import Logging
import Postgres
import SystemPackage
import Web

/// All settings, read once at start: the environment (`SAMLYFT_HTTP_PORT`) before the file of the environment
/// (`Config/development.json`). All faults are told together.
struct Settings: Sendable {
    let environment: Environment
    let databaseConnection: String
    let host: String
    let port: Int
    let publicAddress: String
    let developmentLogin: Bool
    let logLevel: Logger.Level
    let contactAddress: String
    /// What the region calls its grants.
    let grantNoun: GrantNoun
    /// What the UIDs of events end in; `migrate` decides it once.
    let calendarHost: CalendarHost
    let attachments: AttachmentSettings

    enum Environment: String, CaseIterable {
        case development, production
    }

    /// Reads and checks the settings.
    static func read() async throws -> Settings {
        let variables = EnvironmentVariablesProvider()
        let named = ConfigReader(provider: variables).string(forKey: "samlyft.environment", default: "production")
        guard let environment = Environment(rawValue: named) else {
            throw FaultySettings(faults: ["SAMLYFT_ENVIRONMENT must be development or production"])
        }
        let file = try await FileProvider<JSONSnapshot>(filePath: FilePath("Config/\(environment.rawValue).json"))
        return try Settings(ConfigReader(providers: [variables, file]).scoped(to: "samlyft"), environment)
    }

    init(_ reader: ConfigReader, _ environment: Environment) throws {
        var faults: [String] = []
        func text(_ key: ConfigKey, _ variable: String) -> String {
            let text = reader.string(forKey: key, default: "")
            if text.isEmpty { faults.append("\(variable) is missing") }
            return text
        }
        self.environment = environment
        databaseConnection = text("database.connection", "SAMLYFT_DATABASE_CONNECTION")
        host = text("http.host", "SAMLYFT_HTTP_HOST")
        port = reader.int(forKey: "http.port", default: 0)
        publicAddress = text("http.publicAddress", "SAMLYFT_HTTP_PUBLIC_ADDRESS")
        contactAddress = text("contact.address", "SAMLYFT_CONTACT_ADDRESS")
        let noun = reader.string(forKey: "grant.noun", default: GrantNoun.bidrag.rawValue)
        grantNoun = GrantNoun(rawValue: noun) ?? .bidrag
        if GrantNoun(rawValue: noun) == nil { faults.append("SAMLYFT_GRANT_NOUN must be bidrag or stöd") }
        developmentLogin = reader.bool(forKey: "login.development", default: false)
        let level = text("log.level", "SAMLYFT_LOG_LEVEL")
        logLevel = Logger.Level(rawValue: level) ?? .info
        if Logger.Level(rawValue: level) == nil, !level.isEmpty { faults.append("SAMLYFT_LOG_LEVEL is no level") }
        if !(1...65_535).contains(port) { faults.append("SAMLYFT_HTTP_PORT must be 1 to 65535") }
        attachments = AttachmentSettings(reader, &faults)
        faults += Self.faults(of: publicAddress, environment)
        faults += Self.loginFaults(developmentLogin, environment, host: host, address: publicAddress)
        let calendarHost = CalendarHost(
            reader.string(forKey: "calendar.host", default: String(Self.host(of: publicAddress))))
        if calendarHost == nil { faults.append("SAMLYFT_CALENDAR_HOST must be the name of a host") }
        guard faults.isEmpty, let calendarHost else { throw FaultySettings(faults: faults) }
        self.calendarHost = calendarHost
    }

    private static func host(of address: String) -> Substring {
        address.split(separator: "/").last.map { $0.prefix { $0 != ":" } } ?? ""
    }

    private static func faults(of address: String, _ environment: Environment) -> [String] {
        var faults: [String] = []
        let isAddress = address.hasPrefix("http://") || address.hasPrefix("https://")
        if !address.isEmpty, !isAddress || address.split(separator: "/", omittingEmptySubsequences: false).count != 3 {
            faults.append("SAMLYFT_HTTP_PUBLIC_ADDRESS must be http:// or https:// with a host and no path")
        }
        if environment == .production, address.hasPrefix("http://") {
            faults.append("SAMLYFT_HTTP_PUBLIC_ADDRESS must be https in production")
        }
        return faults
    }

    /// The development login lets anybody be anybody. So production, which is what a server is in where nothing is
    /// said, refuses it, and so does a service that others can reach.
    private static func loginFaults(
        _ isOn: Bool, _ environment: Environment, host: String, address: String
    ) -> [String] {
        guard isOn else { return [] }
        guard environment == .development else { return ["SAMLYFT_LOGIN_DEVELOPMENT must not be set in production"] }
        let loopback = ["127.0.0.1", "localhost", "::1"]
        let isLocal = loopback.contains(host) && loopback.contains(String(Self.host(of: address)))
        return isLocal ? [] : ["SAMLYFT_LOGIN_DEVELOPMENT is for a service that only this machine can reach"]
    }

    var postgres: PostgresConfiguration { PostgresConfiguration(connectionString: databaseConnection) }

    var web: WebSettings {
        WebSettings(
            publicAddress: publicAddress, isDevelopment: environment == .development, port: port,
            fileLimit: attachments.limits.file, contactAddress: contactAddress, grantNoun: grantNoun)
    }

    /// Where commands of a moment log: at once.
    var logger: Logger {
        var logger = Logger(label: "samlyft")
        logger.logLevel = logLevel
        return logger
    }

    /// Where the service logs.
    func logger(to buffer: LogBuffer) -> Logger {
        var logger = Logger(label: "samlyft", factory: { LineLog(label: $0, buffer: buffer) })
        logger.logLevel = logLevel
        return logger
    }
}

/// Settings that the service cannot start with.
struct FaultySettings: Error, CustomStringConvertible {
    let faults: [String]

    var description: String { "faulty settings:\n" + faults.map { "  - \($0)" }.joined(separator: "\n") }
}
