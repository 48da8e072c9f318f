import ArgumentParser

/// The program: `samlyft serve`, and what an operator needs beside it.
@main
struct Samlyft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samlyft",
        abstract: "Libraries of a region plan training, invite each other and apply for grants.",
        subcommands: [Serve.self, Migrate.self, Seed.self, Token.self, PersonCommand.self, Sweep.self])
}
