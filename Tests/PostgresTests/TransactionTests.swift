import Postgres
import Testing

@Suite(.serialized) struct `Transactions` {
    private struct Own: Error, Equatable { let number: Int }

    @Test func `an error of its own comes out unchanged and nothing is kept`() async throws {
        try await withAccounts { client in
            await #expect(throws: Own(number: 7)) {
                try await client.transaction { transaction in
                    try await transaction.execute(Accounts.insert(10))
                    throw Own(number: 7)
                }
            }
            let keys = try await Accounts.keys(client)
            #expect(keys == [1, 2])
        }
    }

    @Test func `what was done is kept whole`() async throws {
        try await withAccounts { client in
            let count = try await client.transaction { transaction in
                try await transaction.execute(Accounts.insert(10)) + transaction.execute(Accounts.insert(11))
            }
            #expect(count == 2)
            let keys = try await Accounts.keys(client)
            #expect(keys == [1, 2, 10, 11])
        }
    }

    @Test func `an error that the body hides does not make the rest count`() async throws {
        try await withAccounts { client in
            let error = try await PostgresError.thrown {
                try await client.transaction { transaction in
                    try await transaction.execute(Accounts.insert(10))
                    await #expect(throws: PostgresError.self) {
                        try await transaction.execute(Accounts.insert(11, amount: -1))
                    }
                }
            }
            #expect(error.constraint == "amount_is_not_negative")
            #expect(error.table == "accounts")
            let keys = try await Accounts.keys(client)
            #expect(keys == [1, 2])
        }
    }

    @Test func `two that lock each other out are both done`() async throws {
        try await withAccounts { client in
            let attempts = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (first, second) in [(1, 2), (2, 1)] {
                    group.addTask {
                        try await client.transaction { transaction in
                            attempts.increase()
                            try await transaction.execute(Accounts.add(1, to: first))
                            try await Task.sleep(for: .milliseconds(100))
                            try await transaction.execute(Accounts.add(1, to: second))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(attempts.count > 2)
            for key in [1, 2] { #expect(try await amount(key, client) == 2) }
        }
    }

    @Test func `what cannot be serialized is done again`() async throws {
        let isolation = Query(name: "isolation", text: "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
        try await withAccounts { client in
            let attempts = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await client.transaction { transaction in
                            attempts.increase()
                            try await transaction.execute(isolation)
                            let amount: Int? = try await transaction.value(Accounts.amount(1), column: "amount")
                            try await Task.sleep(for: .milliseconds(20))
                            try await transaction.execute(Accounts.add((amount ?? 0) + 1, to: 2))
                            try await transaction.execute(Accounts.add(1, to: 1))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(attempts.count > 4)
            #expect(try await amount(1, client) == 4)
            #expect(try await amount(2, client) == 1 + 2 + 3 + 4)
        }
    }

    @Test func `a lock is not waited for without end`() async throws {
        try await withAccounts({ $0.lockTimeout = .milliseconds(200) }) { client in
            try await client.transaction { holder in
                _ = try await holder.rows(Accounts.lock(1))
                let error = try await PostgresError.thrown {
                    try await client.transaction { try await $0.execute(Accounts.add(1, to: 1)) }
                }
                #expect(error.sqlState == "55P03")
                #expect(error.kind == .timedOut)
            }
        }
    }

    @Test func `cancelling the task cancels the statement and rolls back`() async throws {
        try await withAccounts { client in
            let working = Task {
                try await client.transaction { transaction in
                    try await transaction.execute(Accounts.insert(10))
                    try await transaction.execute(Accounts.sleep(5))
                }
            }
            try await Task.sleep(for: .milliseconds(300))
            working.cancel()
            await #expect(throws: CancellationError.self) { try await working.value }
            let keys = try await Accounts.keys(client)
            #expect(keys == [1, 2])
        }
    }

    @Test func `cancellations never hit the statements of others`() async throws {
        try await withAccounts({ $0.transactionConnections = 2 }) { client in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let victim = Task {
                            try await client.transaction { _ = try await $0.rows(Accounts.sleep(0.002)) }
                        }
                        try await Task.sleep(for: .microseconds(Int.random(in: 0...5000)))
                        victim.cancel()
                        _ = await victim.result
                        try await client.transaction { try await $0.execute(Accounts.insert(100 + number)) }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await Accounts.keys(client).count == 202)
        }
    }

    @Test func `a transaction that is over takes no statements`() async throws {
        try await withAccounts { client in
            let escaped = try await client.transaction { transaction in transaction }
            let error = try await PostgresError.thrown { try await escaped.rows(Accounts.keys) }
            #expect(error.kind == .closed)
        }
    }

    @Test func `those who wait for a connection come in turn, and not for ever`() async throws {
        try await withAccounts({
            $0.transactionConnections = 1
            $0.maximumWaiting = 3
            $0.checkoutTimeout = .milliseconds(400)
        }) { client in
            let order = Order()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await client.transaction { _ in try await Task.sleep(for: .milliseconds(300)) } }
                try await Task.sleep(for: .milliseconds(50))
                for number in 0..<3 {
                    group.addTask { try await client.transaction { _ in order.append(number) } }
                    try await Task.sleep(for: .milliseconds(20))
                }
                let error = try await PostgresError.thrown { try await client.transaction { _ in } }
                #expect(error.kind == .saturated)
                try await group.waitForAll()
            }
            #expect(order.numbers == [0, 1, 2])
            try await client.transaction { _ in
                let error = try await PostgresError.thrown { try await client.transaction { _ in } }
                #expect(error.kind == .timedOut)
            }
        }
    }
}

private func withAccounts(
    _ configure: (inout PostgresConfiguration) -> Void = { _ in }, _ body: (PostgresClient) async throws -> Void
) async throws {
    try await ScratchDatabase.use(configure) { database in
        _ = try await database.client.write(Accounts.create)
        for key in [1, 2] { _ = try await database.client.write(Accounts.insert(key)) }
        try await body(database.client)
    }
}

private func amount(_ key: Int, _ client: PostgresClient) async throws -> Int? {
    try await client.value(Accounts.amount(key), column: "amount")
}
