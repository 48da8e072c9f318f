import Foundation

/// What Info-ZIP's `unzip` and Python make of an archive: programs that are not ours.
struct UnpackedArchive {
    let files: [String: [UInt8]]
    let manifest: Manifest

    struct Manifest: Decodable {
        let registryNumber: String
        let sender: String
        let receivedAt: String
        let files: [Entry]

        struct Entry: Decodable {
            let path: String
            let sha256: String
            let bytes: Int
        }
    }

    struct NotSound: Error {
        let program: String
    }

    init(_ archive: [UInt8]) throws {
        let place = FileManager.default.temporaryDirectory.appending(component: "archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { Self.remove(place) }
        try Data(archive).write(to: place.appending(component: "case.zip"))
        try Self.run(["unzip", "-q", "-d", "out", "case.zip"], in: place)
        try Self.run(["python3", "-c", Self.check], in: place)
        let out = place.appending(component: "out")
        var files: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: out.path) {
            let file = out.appending(path: path)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[path] = Array(try Data(contentsOf: file))
            }
        }
        self.files = files
        manifest = try JSONDecoder().decode(Manifest.self, from: Data(files["manifest.json"] ?? []))
    }

    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    /// Every byte of it as text.
    var everything: String { files.values.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") }

    /// Each file is in the manifest with its SHA-256, and no other is.
    private static let check = """
        import zipfile, json, hashlib
        z = zipfile.ZipFile("case.zip")
        assert z.testzip() is None
        m = json.loads(z.read("manifest.json"))
        assert {f["path"] for f in m["files"]} | {"manifest.json"} == set(z.namelist())
        for f in m["files"]:
            assert hashlib.sha256(z.read(f["path"])).hexdigest() == f["sha256"], f
            assert len(z.read(f["path"])) == f["bytes"]
        json.loads(z.read("arende.json"))
        """

    private static func run(_ arguments: [String], in place: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = place
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw NotSound(program: arguments[0]) }
    }

    private static func remove(_ place: URL) {
        do {
            try FileManager.default.removeItem(at: place)
        } catch {
            print("\(place.path) is left: \(error)")
        }
    }
}
