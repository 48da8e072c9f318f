/// The fields of a form as they were sent, in order and decoded.
package struct FormFields: Sendable {
    let all: [(name: String, value: String)]

    /// Most fields that a form of ours can have; more are somebody's test of our patience.
    static let most = 1000

    /// Reads `application/x-www-form-urlencoded`; nil where it is no UTF-8 or has too many fields.
    init?(_ body: some Collection<UInt8>) {
        let pairs = body.split(separator: UInt8(ascii: "&"), maxSplits: Self.most)
        guard pairs.count <= Self.most else { return nil }
        var read: [(String, String)] = []
        for pair in pairs {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
                let value = parts.count == 1 ? "" : PercentEncoding.decode(parts[1], plusIsSpace: true)
            else { return nil }
            read.append((name, value))
        }
        all = read
    }

    /// Fields that came in another form.
    init(_ all: [(name: String, value: String)]) { self.all = all }

    func values(_ name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }
}
