/// The Swift that stands for SQL/: one file each for queries, migrations and seeds.
struct GeneratedSources {
    let byFileName: [String: String]

    /// Every file is looked at before anything is written, so that all faults come at once.
    init(_ sources: [SourceFile]) throws(Faults) {
        var faults: [Fault] = []
        func keeping<Value>(_ make: () throws(Fault) -> Value) -> Value? {
            do { return try make() } catch {
                faults.append(error)
                return nil
            }
        }
        let byFolder = Dictionary(grouping: sources, by: \.folder)
        let queries = (byFolder["Queries"] ?? []).sorted { $0.stem < $1.stem }
            .compactMap { source in keeping { () throws(Fault) in try QueryFile(source) } }
        let migrations = keeping { () throws(Fault) in try NumberedFiles(byFolder["Migrations"] ?? []) }
        let seeds = keeping { () throws(Fault) in try NumberedFiles(byFolder["Seeds"] ?? []) }
        guard faults.isEmpty, let migrations, let seeds else { throw Faults(all: faults) }
        byFileName = [
            "Queries.swift": swift(for: queries),
            "Migrations.swift": swift(
                for: migrations, named: "migrations", comment: "What makes the database what it is, in order."),
            "Seeds.swift": swift(for: seeds, named: "seeds", comment: "What a new database is filled with, in order."),
        ]
    }
}
