/// The host that stands in the UIDs of events (RFC 7986 5.3 has a random part alone suffice, RFC 5545 3.8.4.7
/// recommends a host behind it). It is decided once for an installation; the UID of an event, once made, never changes.
package struct CalendarHost: Sendable, Equatable {
    package let name: String

    /// The host of that name, or nil if no host is named so.
    package init?(_ name: String) {
        let name = name.lowercased()
        let isOfHost = { (byte: UInt8) in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        let inside = ".-".utf8
        guard name.utf8.count <= 253, let first = name.utf8.first, let last = name.utf8.last, isOfHost(first),
            isOfHost(last), name.utf8.allSatisfy({ isOfHost($0) || inside.contains($0) })
        else { return nil }
        self.name = name
    }

    /// The UID of a new event.
    package func uid(of event: Event.ID) -> String { "\(event)@\(name)" }
}
