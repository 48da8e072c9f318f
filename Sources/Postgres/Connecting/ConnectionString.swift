import CLibPQ

/// A libpq conninfo or URI, taken apart by libpq itself.
struct ConnectionString: Sendable {
    /// What was said, by keyword; what was left out is absent.
    private(set) var settings: [(keyword: String, value: String)]

    init(_ text: String) throws(PostgresError) {
        var fault: UnsafeMutablePointer<CChar>?
        guard let options = unsafe PQconninfoParse(text, &fault) else {
            unsafe PQfreemem(fault)
            // libpq's words would quote the text, which may hold a password.
            throw PostgresError(.unavailable, "the connection string is not one that libpq understands")
        }
        defer { unsafe PQconninfoFree(options) }
        settings = []
        // libpq ends the array with an option that has no keyword.
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            if let value = unsafe option.pointee.val {
                unsafe settings.append((String(cString: keyword), String(cString: value)))
            }
            unsafe option += 1
        }
    }

    func value(of keyword: String) -> String? { settings.last { $0.keyword == keyword }?.value }

    /// The same server, but for this setting.
    func setting(_ keyword: String, to value: String) -> ConnectionString {
        var copy = self
        copy.settings.removeAll { $0.keyword == keyword }
        copy.settings.append((keyword, value))
        return copy
    }

    /// As a conninfo: quotes and backslashes are escaped by a backslash (libpq "Keyword/Value Connection Strings").
    var text: String {
        settings.map { keyword, value in
            let escaped = value.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
            return "\(keyword)='\(escaped)'"
        }.joined(separator: " ")
    }

    /// With what we want of every connection where nothing else was said, so that a dead server is noticed in seconds.
    func withDefaults(applicationName: String) -> ConnectionString {
        var defaults = [
            ("application_name", applicationName), ("connect_timeout", "2"), ("keepalives", "1"),
            ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "5000"), ("client_encoding", "UTF8"),
        ]
        if value(of: "host")?.contains(",") == true || value(of: "hostaddr")?.contains(",") == true {
            defaults.append(("target_session_attrs", "read-write"))
        }
        return defaults.reduce(self) { string, setting in
            string.value(of: setting.0) == nil ? string.setting(setting.0, to: setting.1) : string
        }
    }
}

extension PostgresConfiguration {
    /// The same server, but another database on it.
    package func database(_ name: String) throws -> PostgresConfiguration {
        var copy = self
        copy.connectionString = try ConnectionString(connectionString).setting("dbname", to: name).text
        return copy
    }
}
