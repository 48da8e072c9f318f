import Dispatch
import Glibc
import Testing

/// Runs programs. Not Foundation's `Process`, which waits for every descendant, and a server is one that stays.
enum Command {
    /// Runs a program to its end, which must be a success, on a thread that may wait.
    static func run(_ path: String, _ arguments: [String]) async throws {
        let status = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: wait(for: spawn(path, arguments))) }
        }
        try #require(status == 0, "\(path) \(arguments.joined(separator: " ")) failed")
    }

    /// Starts a program in silence, or with its output in a file, and answers with its process id, 0 for none.
    static func spawn(_ path: String, _ arguments: [String], output: String = "/dev/null") -> pid_t {
        var process: pid_t = 0
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // The texts live until they are freed below, after the program has its own copies.
        let words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        let failure = unsafe posix_spawn(&process, path, &actions, nil, words, environ)
        return failure == 0 ? process : 0
    }

    /// Waits for the end of a program, and answers with its status.
    static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = -1
        guard process > 0 else { return status }
        return unsafe waitpid(process, &status, 0) == process ? status : -1
    }
}
