/// What the web layer is told at start. Nothing of it changes while the service runs.
package struct WebSettings: Sendable {
    /// Where people find the service: scheme, host and port, without a slash at the end.
    package let publicAddress: String
    /// Every Host that is answered, in lower case, with a port where it is not the scheme's own.
    package let hosts: Set<String>
    /// Largest body that is read, in bytes.
    package let bodyLimit: Int
    /// Largest file that somebody may send, in bytes.
    package let fileLimit: Int
    /// How long the whole of a body with a file may take to come.
    package let fileTimeout: Duration
    /// Longest path with query, in bytes.
    package let addressLimit: Int
    /// How long the whole of a body may take to come.
    package let bodyTimeout: Duration
    /// The role address that answers for the service, in feeds and on its pages.
    package let contactAddress: String
    /// What the region calls its grants.
    package let grantNoun: GrantNoun

    package init(
        publicAddress: String, hosts: Set<String> = [], isDevelopment: Bool = false, port: Int = 8080,
        bodyLimit: Int = 256 * 1024, fileLimit: Int = 10 * 1024 * 1024, fileTimeout: Duration = .seconds(180),
        addressLimit: Int = 4096, bodyTimeout: Duration = .seconds(20),
        contactAddress: String = "kalender@samlyft.example", grantNoun: GrantNoun = .bidrag
    ) {
        self.publicAddress = publicAddress
        self.bodyLimit = bodyLimit
        self.fileLimit = fileLimit
        self.fileTimeout = fileTimeout
        self.addressLimit = addressLimit
        self.bodyTimeout = bodyTimeout
        self.contactAddress = contactAddress
        self.grantNoun = grantNoun
        let own = publicAddress.split(separator: "/").last.map { [$0.lowercased()] } ?? []
        let local = isDevelopment ? ["localhost:\(port)", "127.0.0.1:\(port)"] : []
        self.hosts = Set(hosts.map { $0.lowercased() } + own + local)
    }

    /// Whether the service is reached over https, so that cookies can be Secure.
    package var isSecure: Bool { publicAddress.hasPrefix("https://") }
}
