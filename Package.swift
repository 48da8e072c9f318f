// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with: warnings are errors, and data races and unsafe memory do not compile.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Domain, and what makes cases for it, is compiled with optimisation also where one debugs: the model check and the
/// differential test ask it millions of questions.
let optimized = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioCompression = Target.Dependency.product(name: "NIOHTTPCompression", package: "swift-nio-extras")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")

let package = Package(
    name: "samlyft",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "samlyft", targets: ["Server"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibPQ", path: "Sources/CLibPQ", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(name: "Postgres", dependencies: ["CLibPQ", logging, lifecycle, crypto], swiftSettings: house),
        // The rounding of Double is in the C library of mathematics, which nothing else here may bring along.
        .target(name: "ICalendar", swiftSettings: house, linkerSettings: [.linkedLibrary("m")]),
        .target(name: "HTML", swiftSettings: house),
        .target(name: "ClamAV", dependencies: [nio, nioPosix], swiftSettings: house),
        .target(name: "Domain", swiftSettings: optimized),
        .executableTarget(name: "SQLGenerator", swiftSettings: house),
        .plugin(
            name: "SQLPlugin", capability: .buildTool(), dependencies: ["SQLGenerator"], path: "Sources/SQLPlugin"),
        .executableTarget(name: "AssetsGenerator", swiftSettings: house),
        .plugin(
            name: "AssetsPlugin", capability: .buildTool(), dependencies: ["AssetsGenerator"],
            path: "Sources/AssetsPlugin"),
        .target(
            name: "SQL", dependencies: ["Postgres"], path: "SQL", exclude: ["Migrations", "Queries", "Seeds"],
            swiftSettings: house, plugins: ["SQLPlugin"]),
        .target(name: "Store", dependencies: ["Domain", "SQL", "Postgres"], swiftSettings: house),
        .target(name: "Letters", dependencies: ["Domain", "HTML"], swiftSettings: house),
        .target(
            name: "Operations",
            dependencies: [
                "Domain", "Store", "Letters", "Postgres", "ClamAV", crypto, logging, subprocess, system,
            ],
            swiftSettings: house),
        .target(
            name: "Web",
            dependencies: [
                "Domain", "Store", "Operations", "Letters", "HTML", "ICalendar", "Postgres", hummingbird,
                hummingbirdCore, httpTypes, nio, nioEmbedded, nioHTTP1, nioCompression, crypto, logging, metrics,
            ],
            exclude: ["Assets"], swiftSettings: house, plugins: ["AssetsPlugin"]),
        .executableTarget(
            name: "Server",
            dependencies: [
                "Domain", "Store", "Operations", "Web", "SQL", "Postgres", "ClamAV", hummingbird, arguments,
                configuration,
                lifecycle, logging, signals, system,
            ],
            swiftSettings: house),

        .executableTarget(
            name: "rendering-benchmark", dependencies: ["HTML", "ICalendar"], path: "Tests/Benchmarks/Rendering",
            swiftSettings: house),
        .executableTarget(
            name: "PostgresCrashProbe", dependencies: ["Postgres", logging], path: "Tests/PostgresCrashProbe",
            swiftSettings: house),
        .testTarget(
            name: "PostgresTests", dependencies: ["Postgres", "PostgresCrashProbe", logging, lifecycle],
            swiftSettings: house),
        .testTarget(name: "ICalendarTests", dependencies: ["ICalendar"], swiftSettings: house),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: house),
        .testTarget(name: "LettersTests", dependencies: ["Letters", "Domain"], swiftSettings: house),
        .testTarget(name: "SQLGeneratorTests", dependencies: ["SQLGenerator"], swiftSettings: house),
        // Random cases of the funding rule, for the tests of the Domain and for those that hold SQL against it.
        .target(
            name: "RuleSnapshots", dependencies: ["Domain"], path: "Tests/RuleSnapshots", swiftSettings: optimized),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "RuleSnapshots"], swiftSettings: house),
        .target(
            name: "TestDatabase",
            dependencies: ["Postgres", "SQL", "Domain", "Store", "Operations", nio, nioPosix, lifecycle, logging],
            path: "Tests/TestDatabase", swiftSettings: house),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "SQL", "Domain", "Postgres", "Operations", "TestDatabase", "RuleSnapshots"],
            swiftSettings: house),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Operations", "Store", "Domain", "Postgres", "SQL", "ClamAV", "TestDatabase", "RuleSnapshots", logging,
            ],
            swiftSettings: house),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "HTML", "Operations", "Store", "Domain", "Postgres", "TestDatabase", hummingbird,
                hummingbirdCore, hummingbirdTesting, httpTypes, nio, nioPosix, logging,
            ],
            swiftSettings: house),
    ]
)
