import Crypto
import NIOCore

/// A file that pages load, under an address that changes with its content, so that it is kept for ever.
package struct Asset: Sendable {
    package let path: String
    let body: ByteBuffer
    let contentType: String
    let tag: String

    init(_ bytes: [UInt8], name: String, ending: String, contentType: String) {
        let hash = SHA256.hash(data: bytes).prefix(8).map { String($0, radix: 16) }.joined()
        tag = hash
        path = "/assets/\(name)-\(hash).\(ending)"
        body = ByteBuffer(bytes: bytes)
        self.contentType = contentType
    }
}

/// The files in Assets/, built into the program.
package enum Assets {
    package static let stylesheet = Asset(
        PackageResources.samlyft_css, name: "samlyft", ending: "css", contentType: "text/css; charset=utf-8")
    /// Saves a form while one writes.
    static let autosave = Asset(
        PackageResources.autosave_js, name: "autosave", ending: "js", contentType: "text/javascript; charset=utf-8")
    /// Keeps what is typed until it is accepted.
    static let unsent = Asset(
        PackageResources.unsent_js, name: "unsent", ending: "js", contentType: "text/javascript; charset=utf-8")
    static let icon = Asset(PackageResources.favicon_svg, name: "favicon", ending: "svg", contentType: "image/svg+xml")
    static let robots = Asset(
        PackageResources.robots_txt, name: "robots", ending: "txt", contentType: "text/plain; charset=utf-8")
}

extension Routes {
    mutating func addAssets() {
        add(Assets.stylesheet, at: Assets.stylesheet.path, cacheControl: "public, max-age=31536000, immutable")
        add(Assets.autosave, at: Assets.autosave.path, cacheControl: "public, max-age=31536000, immutable")
        add(Assets.unsent, at: Assets.unsent.path, cacheControl: "public, max-age=31536000, immutable")
        add(Assets.icon, at: Link.icon, cacheControl: "public, max-age=86400")
        add(Assets.robots, at: "/robots.txt", cacheControl: "public, max-age=86400")
    }

    private mutating func add(_ asset: Asset, at path: String, cacheControl: String) {
        file(path, access: .everyone) { _, _ in
            .bytes(asset.body, contentType: asset.contentType, tag: asset.tag, cacheControl: cacheControl)
        }
    }
}
