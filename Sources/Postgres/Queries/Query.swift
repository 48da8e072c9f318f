/// One SQL statement with its parameters. The text is fixed in the program, so no user's text can become SQL.
package struct Query: Sendable {
    /// The name that the statement is prepared under, and that errors and logs bear.
    package let name: StaticString
    /// One statement, with its parameters as `$1` to `$n`.
    package let text: StaticString
    /// The values for `$1` to `$n`.
    package let parameters: [PostgresValue]

    /// A query of this text.
    package init(name: StaticString, text: StaticString, parameters: [PostgresValue] = []) {
        self.name = name
        self.text = text
        self.parameters = parameters
    }
}
