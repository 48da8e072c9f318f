extension FieldErrors {
    /// Adds what is wrong with a file that somebody adds to `others`; nil if anything is.
    package mutating func checkFile(
        named sent: String, _ content: FileContent, description: String, beside others: [Attachment],
        limits: AttachmentLimits
    ) -> (name: FileName, kind: FileKind)? {
        let before = all.count
        text(description, "description", limit: 300)
        let name = FileName(sent)
        let kind = content.isEmpty || content.count > limits.file ? nil : FileKind(content)
        if let fault = Self.fault(of: content, kind, name, beside: others, limits) { add("file", fault) }
        guard all.count == before, let name, let kind else { return nil }
        return (name, kind)
    }

    private static func fault(
        of content: FileContent, _ kind: FileKind?, _ name: FileName?, beside others: [Attachment],
        _ limits: AttachmentLimits
    ) -> FieldError.Fault? {
        if content.isEmpty { return .isMissing }
        if content.count > limits.file { return .isTooLargeAFile(most: limits.file) }
        guard let name else { return .isNoFileName }
        guard let kind else { return .isNotAFile(of: FileKind.allEndings) }
        if !kind.endings.contains(name.ending) { return .endsOtherwise(than: kind.endings) }
        if others.contains(where: { $0.name.text.lowercased() == name.text.lowercased() }) { return .isTwice }
        if others.count >= limits.count { return .areTooManyFiles(most: limits.count) }
        let total = others.map(\.size).reduce(content.count, +)
        return total > limits.total ? .areTooLargeFiles(most: limits.total) : nil
    }
}
