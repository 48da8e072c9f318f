package import HummingbirdCore
import NIOCore

/// What a connection may cost before a request of it is read: `Application(router:, server: ConnectionLimits.server())`.
package enum ConnectionLimits {
    /// HTTP/1.1 that closes a connection on which for `idle` no whole head and no part of a body has come. Bare
    /// Hummingbird waits for ever for the second half of a head.
    package static func server(idle: Duration = .seconds(30)) -> HTTPServerBuilder {
        .http1(
            configuration: .init(
                idleTimeout: TimeAmount(idle),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)))
    }
}
