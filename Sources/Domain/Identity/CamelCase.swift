extension String {
    /// `who-may-apply` as a name in the API: `whoMayApply`.
    var camelCased: String {
        let parts = split(separator: "-")
        return parts.dropFirst().reduce(parts.first.map(String.init) ?? "") { name, part in
            name + part.prefix(1).uppercased() + part.dropFirst()
        }
    }
}
