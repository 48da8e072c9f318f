/// All SQL of the service. The build writes a function for every query in Queries/, under the name of its file:
/// `SQL.GrantApplications.lock(id:)`.
package enum SQL {}

/// A query as it stands in its file, for the test that has PostgreSQL prepare and describe every one of them.
package struct QueryDescription: Sendable {
    /// The name under which connections prepare it: `GrantApplications.lock`.
    package let name: StaticString
    /// The statement, with `$1`…`$n` for its parameters.
    package let text: StaticString
    /// The parameters as the file names them, in the order `$1`…`$n`.
    package let parameterNames: [String]
}
