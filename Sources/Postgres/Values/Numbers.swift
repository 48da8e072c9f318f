extension Bool: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .bool }
    package static var postgresTypes: [PostgresType] { [.bool] }
    package static func canRead(_ type: PostgresType) -> Bool { type == .bool }
    package var postgresValue: PostgresValue { PostgresValue(type: .bool, bytes: [self ? 1 : 0]) }
    package init(postgres: PostgresCell) throws { self = try postgres.number(UInt8.self) != 0 }
}

extension Int16: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int2 }
    package static var postgresTypes: [PostgresType] { [.int2] }
    package var postgresValue: PostgresValue { PostgresValue(type: .int2, number: self) }
    package init(postgres: PostgresCell) throws { self = try postgres.number() }
}

extension Int32: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int4 }
    package static var postgresTypes: [PostgresType] { [.int4, .int2] }
    package var postgresValue: PostgresValue { PostgresValue(type: .int4, number: self) }
    package init(postgres: PostgresCell) throws {
        self = postgres.type == .int2 ? Int32(try postgres.number(Int16.self)) : try postgres.number()
    }
}

extension Int: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int8 }
    package static var postgresTypes: [PostgresType] { [.int8, .int4, .int2] }
    package static func canRead(_ type: PostgresType) -> Bool { type == .int8 || type == .int4 || type == .int2 }
    package var postgresValue: PostgresValue { PostgresValue(type: .int8, number: Int64(self)) }
    package init(postgres: PostgresCell) throws {
        self =
            switch postgres.type {
            case .int2: Int(try postgres.number(Int16.self))
            case .int4: Int(try postgres.number(Int32.self))
            default: Int(try postgres.number(Int64.self))
            }
    }
}

extension Double: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .float8 }
    package static var postgresTypes: [PostgresType] { [.float8, .float4] }
    package var postgresValue: PostgresValue { PostgresValue(type: .float8, number: bitPattern) }
    package init(postgres: PostgresCell) throws {
        self =
            postgres.type == .float4
            ? Double(Float(bitPattern: try postgres.number())) : Double(bitPattern: try postgres.number())
    }
}
