import ArgumentParser
import Domain
import Foundation
import Operations
import Store

/// A role and where it is held.
struct RoleAtPlace: ParsableArguments {
    @Option(help: "The role.") var role: Role
    @Option(help: "The library of the role, if it is not the person's own.") var library: String?

    init() {}

    init(role: Role, library: String?) {
        self.role = role
        self.library = library
    }

    /// The role at the library that is named, or at the person's own; at none if it is one of the region's.
    func assignment(of email: String, _ operations: Operations) async throws -> Person.Assignment {
        guard role.belongsToLibrary else {
            guard library == nil else { throw ValidationError("\(role.rawValue) is a role of the region") }
            return Person.Assignment(role: role, libraryID: nil)
        }
        if library != nil {
            return Person.Assignment(role: role, libraryID: try await operations.library(named: library))
        }
        guard let known = try await operations.database.person(withEmail: email) else {
            throw ValidationError("nobody who works here now has the address \(email)")
        }
        return Person.Assignment(role: role, libraryID: known.libraryID)
    }
}

/// The days on which a role holds.
struct DaysOfRole: ParsableArguments {
    @Option(help: "The first day of the roles, as 2027-01-31; today if left out.") var from: Day?
    @Option(help: "The first day on which the roles no longer hold; open if left out.") var until: Day?
}

extension Role: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

/// Today in Sweden.
func today() -> Day { Stockholm.day(Instant(microseconds: Int(Date().timeIntervalSince1970) * 1_000_000)) }

extension Operations {
    /// The library that `word` names, if a word is given.
    func library(named word: String?) async throws -> Library.ID? {
        guard let word else { return nil }
        guard let library = try await database.library(named: word) else {
            throw ValidationError("there is no library \(word)")
        }
        return library.id
    }

    /// Everybody, read page by page.
    func everybody(at library: Library.ID?, words: String?) async throws -> [RegisteredPerson] {
        var all: [RegisteredPerson] = []
        while true {
            let part = try await database.register(
                .all, library: library, words: words, limit: 500, offset: all.count)
            all += part.people
            if part.people.isEmpty || all.count >= part.total { return all }
        }
    }
}

/// Does the work of one command, with refusals told in words.
func change(_ work: @Sendable (Operations) async throws -> Void) async throws {
    do {
        try await withOperations(work)
    } catch let refusal as Refusal {
        throw ValidationError(refusal.words)
    }
}

extension RegisteredPerson {
    /// Address, name, workplace and roles, parted by tabs.
    var line: String {
        let roles = tenures.map(\.text).joined(separator: ", ")
        let end = leftAt.map { ["left \(Stockholm.day($0).text)"] } ?? []
        return ([person.email, person.name, libraryName ?? "region", roles] + end).joined(separator: "\t")
    }
}

extension Tenure {
    var text: String { "\(role.rawValue) from \(validFrom.text)\(validTo.map { " until \($0.text)" } ?? "")" }
}

extension Refusal {
    /// What a refusal means to whoever typed the command.
    fileprivate var words: String {
        switch self {
        case .invalid(let errors): errors.map(\.words).joined(separator: "; ")
        case .conflict(.wrongState): "this person has left"
        default: "refused: \(self)"
        }
    }
}

extension FieldError {
    fileprivate var words: String {
        switch (field, fault) {
        case ("email", .isTwice): "somebody has this address already, or had it and has left"
        case ("email", .doesNotExist): "nobody has this address"
        case ("email", .isNot): "this is no e-mail address that can be kept"
        case ("name", .isMissing): "the name is missing"
        case ("name", .isTooLong(let limit)): "the name is longer than \(limit) characters"
        case ("name", _): "the name holds something that is no name: control characters or a personal identity number"
        case ("library", .isMissing): "a role of a library needs a library, and one of the region has none"
        case ("library", _): "there is no such library"
        case ("role", .isTwice): "they have this role on some of these days already"
        case ("role", _): "they do not have this role"
        case ("validTo", _): "the role must end after it begins"
        default: "\(field): \(fault)"
        }
    }
}
