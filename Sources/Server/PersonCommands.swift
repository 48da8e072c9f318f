import ArgumentParser
import Domain
import Operations
import Store

/// People and their roles, which only whoever operates the service can make and change.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Add people, give them roles, list and end them.",
        subcommands: [Add.self, List.self, GiveRole.self, End.self])
}

extension PersonCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add somebody, with the roles that they begin with.")

        @Option(help: "The person's name.") var name: String
        @Option(help: "The person's e-mail address at work.") var email: String
        @Option(help: "Where they work: slug of a library, or municipality code of a public one.") var library: String?
        @Flag(help: "They work for the region.") var region = false
        @Flag(help: "They come from outside, to review.") var outside = false
        @Option(name: .customLong("role"), help: "A role to begin with; may be repeated.") var roles: [Role] = []
        @OptionGroup var days: DaysOfRole

        func validate() throws {
            guard [region, outside, library != nil].filter(\.self).count == 1 else {
                throw ValidationError("give one of --library, --region and --outside")
            }
            guard !outside || roles == [.reviewer], !region || roles != [.reviewer] else {
                throw ValidationError("whoever comes from outside is a reviewer, and nobody of the region is only that")
            }
        }

        func run() async throws {
            try await change { operations in
                let libraryID = try await operations.library(named: library)
                let tenures = roles.map { role in
                    Tenure(
                        assignment: .init(role: role, libraryID: role.belongsToLibrary ? libraryID : nil),
                        validFrom: days.from ?? today(), validTo: days.until)
                }
                let new = NewPerson(name: name, email: email, libraryID: libraryID, tenures: tenures)
                print("Added \(email) as \(try await operations.registerPerson(new)).")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List people with workplace and roles.")

        @Option(help: "Only of this library: slug, or municipality code of a public one.") var library: String?
        @Option(help: "Only those whose name or address holds this.") var words: String?
        @Flag(help: "Also those who have left.") var left = false

        func run() async throws {
            try await change { operations in
                let libraryID = try await operations.library(named: library)
                for person in try await operations.everybody(at: libraryID, words: words)
                where left || person.leftAt == nil {
                    print(person.line)
                }
            }
        }
    }

    struct GiveRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "role", abstract: "Give somebody a role.")

        @Option(help: "The person's e-mail address.") var person: String
        @OptionGroup var role: RoleAtPlace
        @OptionGroup var days: DaysOfRole

        func run() async throws {
            try await change { operations in
                let assignment = try await role.assignment(of: person, operations)
                let tenure = Tenure(assignment: assignment, validFrom: days.from ?? today(), validTo: days.until)
                try await operations.giveRole(tenure, toPersonWith: person)
                print("\(person) is \(tenure.text).")
            }
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a role of somebody, or, without --role, all that they are here.")

        @Option(help: "The person's e-mail address.") var person: String
        @Option(help: "The role that ends.") var role: Role?
        @Option(help: "The library of the role, if it is not their own.") var library: String?
        @Option(help: "The first day on which the role no longer holds; today if left out.") var on: Day?

        func validate() throws {
            guard role != nil || (on == nil && library == nil) else {
                throw ValidationError("--on and --library say when and where a --role ends; a person leaves now")
            }
        }

        func run() async throws {
            try await change { operations in
                guard let role else {
                    try await operations.endPerson(withEmail: person)
                    return print("\(person) has left: roles, sessions and tokens are ended.")
                }
                let place = RoleAtPlace(role: role, library: library)
                let assignment = try await place.assignment(of: person, operations)
                let day = on ?? today()
                try await operations.endRole(assignment, ofPersonWith: person, on: day)
                print("\(person) is no longer \(role.rawValue) from \(day.text) on.")
            }
        }
    }
}
