/// A PostgreSQL type, by the object identifier that it has in every database (`pg_type.dat`).
package struct PostgresType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The object identifier in `pg_type`.
    package let rawValue: UInt32

    /// The type with this object identifier.
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// `bool`.
    package static let bool = Self(rawValue: 16)
    /// `bytea`.
    package static let bytea = Self(rawValue: 17)
    /// `name`, the type of PostgreSQL's own names.
    package static let name = Self(rawValue: 19)
    /// `int8`, also called `bigint`.
    package static let int8 = Self(rawValue: 20)
    /// `int2`, also called `smallint`.
    package static let int2 = Self(rawValue: 21)
    /// `int4`, also called `integer`.
    package static let int4 = Self(rawValue: 23)
    /// `text`.
    package static let text = Self(rawValue: 25)
    /// `json`.
    package static let json = Self(rawValue: 114)
    /// `float4`, also called `real`.
    package static let float4 = Self(rawValue: 700)
    /// `float8`, also called `double precision`.
    package static let float8 = Self(rawValue: 701)
    /// A literal whose type PostgreSQL has not settled.
    package static let unknown = Self(rawValue: 705)
    /// `char(n)`.
    package static let bpchar = Self(rawValue: 1042)
    /// `varchar`.
    package static let varchar = Self(rawValue: 1043)
    /// `date`.
    package static let date = Self(rawValue: 1082)
    /// `timestamptz`.
    package static let timestamptz = Self(rawValue: 1184)
    /// `uuid`.
    package static let uuid = Self(rawValue: 2950)
    /// `jsonb`.
    package static let jsonb = Self(rawValue: 3802)
    /// `name[]`.
    package static let nameArray = Self(rawValue: 1003)
    /// `int2[]`.
    package static let int2Array = Self(rawValue: 1005)
    /// `int4[]`.
    package static let int4Array = Self(rawValue: 1007)
    /// `text[]`.
    package static let textArray = Self(rawValue: 1009)
    /// `varchar[]`.
    package static let varcharArray = Self(rawValue: 1015)
    /// `int8[]`.
    package static let int8Array = Self(rawValue: 1016)
    /// `uuid[]`.
    package static let uuidArray = Self(rawValue: 2951)

    /// The name that SQL has for the type, or its number.
    package var description: String { Self.names[self] ?? "type \(rawValue)" }

    private static let names: [PostgresType: String] = [
        .bool: "bool", .bytea: "bytea", .name: "name", .int8: "int8", .int2: "int2", .int4: "int4", .text: "text",
        .json: "json", .float4: "float4", .float8: "float8", .unknown: "unknown", .bpchar: "bpchar",
        .varchar: "varchar", .date: "date", .timestamptz: "timestamptz", .uuid: "uuid", .jsonb: "jsonb",
        .nameArray: "name[]", .int2Array: "int2[]", .int4Array: "int4[]", .textArray: "text[]",
        .varcharArray: "varchar[]", .int8Array: "int8[]", .uuidArray: "uuid[]",
    ]
}
