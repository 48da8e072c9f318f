import NIOCore
import NIOPosix

/// ClamAV's clamd, reached over a socket: asks whether some bytes are known to do harm. Knows nothing else of ours.
package struct ClamAV: Sendable {
    let address: Address
    /// How long clamd may take for a file.
    let patience: Duration

    /// Where clamd listens.
    package enum Address: Sendable, Equatable {
        case unix(path: String)
        case tcp(host: String, port: Int)

        /// `/run/clamav/clamd.ctl`, or `clamav.example:3310`; nil where it is neither.
        package init?(_ text: String) {
            if text.hasPrefix("/") {
                self = .unix(path: text)
                return
            }
            guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
                (1...65_535).contains(port), colon != text.startIndex
            else { return nil }
            self = .tcp(host: String(text[..<colon]), port: port)
        }
    }

    /// What clamd says of a file.
    package enum Verdict: Sendable, Equatable {
        case clean
        /// The name of what was found.
        case infected(String)
    }

    /// clamd did not say whether the file is clean: it is away, too slow, or refused to look.
    package struct NoAnswer: Error, CustomStringConvertible {
        package let description: String
    }

    package init(address: Address, patience: Duration = .seconds(120)) {
        self.address = address
        self.patience = patience
    }

    /// Sends a file piece by piece, as `next` gives them until nil, and answers with what clamd says of it.
    package func scan(_ next: @escaping @Sendable () async throws -> [UInt8]?) async throws -> Verdict {
        try await withThrowingTaskGroup(of: Verdict?.self) { group in
            group.addTask { try await ask(next) }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let verdict = first else {
                throw NoAnswer(description: "clamd did not answer in time")
            }
            return verdict
        }
    }

    private func ask(_ next: @escaping @Sendable () async throws -> [UInt8]?) async throws -> Verdict {
        let channel = try await connect()
        return try await channel.executeThenClose { answers, requests in
            try await requests.write(ByteBuffer(string: "zINSTREAM\0"))
            while let piece = try await next() {
                guard !piece.isEmpty else { continue }
                var part = ByteBuffer()
                part.reserveCapacity(piece.count + 4)
                part.writeInteger(UInt32(piece.count))
                part.writeBytes(piece)
                try await requests.write(part)
            }
            try await requests.write(ByteBuffer(integer: UInt32(0)))
            var said = ByteBuffer()
            for try await bytes in answers {
                said.writeImmutableBuffer(bytes)
                guard !said.readableBytesView.contains(0), said.readableBytes <= 4096 else { break }
            }
            return try Verdict(String(buffer: said))
        }
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connectTimeout(.seconds(5))
        switch address {
        case .unix(let path):
            return try await bootstrap.connect(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
            }
        case .tcp(let host, let port):
            return try await bootstrap.connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
            }
        }
    }
}

extension ClamAV.Verdict {
    /// Reads `stream: OK` and `stream: Eicar-Signature FOUND`, as clamd(8) writes them.
    init(_ line: String) throws {
        let line = line.prefix { $0 != "\0" && $0 != "\n" }
        let said = line.hasPrefix("stream: ") ? line.dropFirst("stream: ".count) : line
        if said == "OK" {
            self = .clean
        } else if said.hasSuffix(" FOUND") {
            self = .infected(String(said.dropLast(" FOUND".count).prefix(200)))
        } else {
            throw ClamAV.NoAnswer(description: "clamd says: \(said.prefix(200))")
        }
    }
}
