import CLibPQ

extension PostgresError {
    /// The error that a failed result bears.
    init(result: OpaquePointer, query: StaticString?) {
        // The answer is a text of the result, copied here.
        func field(_ code: Int32) -> String? {
            unsafe PQresultErrorField(result, code).map { unsafe String(cString: $0) }
        }
        let sqlState = field(diagnostic_sqlstate)
        let primary = field(diagnostic_message) ?? "the connection failed"
        self.init(Self.kind(sqlState, primary), Self.withoutValues(primary, sqlState), query: query)
        self.sqlState = sqlState
        constraint = field(diagnostic_constraint)
        table = field(diagnostic_table)
        column = field(diagnostic_column)
        if sqlState == "0A000", field(diagnostic_function) == "RevalidateCachedQuery" {
            // The words of the message may be translated, the name of the function is not.
            message = "cached plan must not change result type"
        }
    }

    /// 57014 is both a statement timeout and a cancellation, and only the words tell them apart.
    private static func kind(_ sqlState: String?, _ primary: String) -> Kind {
        switch sqlState {
        case nil: .connectionLost
        case "57014": primary.contains("user request") ? .cancelled : .timedOut
        case "55P03": .timedOut
        default: .server
        }
    }

    /// Class 22 quotes the value that it refuses, and class P0 is whatever a function raised.
    private static func withoutValues(_ primary: String, _ sqlState: String?) -> String {
        if sqlState?.hasPrefix("22") == true { return "a value is not valid" }
        if sqlState?.hasPrefix("P0") == true { return "a function refused" }
        return primary
    }
}
