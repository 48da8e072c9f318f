/// The rows that a statement gave.
package struct Rows: RandomAccessCollection, Sendable {
    let result: PostgresResult
    /// What others who share this answer have read of it already.
    var shared: SharedReading?

    /// How many rows a changing statement touched, or a reading one gave.
    package var affected: Int { result.affected }
    package var startIndex: Int { 0 }
    package var endIndex: Int { result.rowCount }
    package subscript(_ index: Int) -> Row { Row(result: result, index: index) }
}
