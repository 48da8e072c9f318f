import Logging

/// One line for each event, as swift-log's own handler writes it, into a buffer.
struct LineLog: LogHandler {
    let label: String
    let buffer: LogBuffer
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    init(label: String, buffer: LogBuffer) {
        self.label = label
        self.buffer = buffer
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = fields(of: event).sorted { $0.key < $1.key }
        buffer.line(isUrgent: event.level >= .warning) { bytes in
            bytes += event.level.rawValue.utf8
            bytes.append(UInt8(ascii: " "))
            bytes += label.utf8
            bytes.append(UInt8(ascii: ":"))
            for (key, value) in fields {
                bytes.append(UInt8(ascii: " "))
                bytes += key.utf8
                bytes.append(UInt8(ascii: "="))
                bytes += value.text.utf8
            }
            bytes += " [".utf8
            bytes += event.source.utf8
            bytes += "] ".utf8
            bytes += event.message.description.utf8
        }
    }

    private func fields(of event: LogEvent) -> Logger.Metadata {
        var fields = metadata
        if let provided = metadataProvider?.get() { fields.merge(provided) { $1 } }
        if let given = event.metadata {
            if fields.isEmpty { fields = given } else { fields.merge(given) { $1 } }
        }
        if let error = event.error {
            fields["error.message"] = "\(error)"
            fields["error.type"] = "\(String(reflecting: type(of: error)))"
        }
        return fields
    }
}

extension Logger.MetadataValue {
    fileprivate var text: String {
        if case .string(let text) = self { text } else { "\(self)" }
    }
}
