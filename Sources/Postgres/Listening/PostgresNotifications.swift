/// What happens in a channel.
package enum PostgresNotification: Sendable, Hashable {
    /// Someone notified the channel.
    case message(payload: String)
    /// From here on nothing is missed, but what happened before may have been. Comes first of all, after each loss of
    /// the connection, and when the reader was too slow.
    case reconnected
}

/// The notifications of a channel, until the client ends.
package struct PostgresNotifications: AsyncSequence, Sendable {
    let stream: AsyncStream<PostgresNotification>

    package func makeAsyncIterator() -> AsyncStream<PostgresNotification>.Iterator { stream.makeAsyncIterator() }
}
