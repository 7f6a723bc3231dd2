package cn.shouwang.local.run;

/// Hears what happens to the processes of a suite. Called from several threads.
@FunctionalInterface
public interface Progress {

    /// @param process the process's name
    /// @param seconds how long it took to get there, 0 where that says nothing
    /// @param note what a person may want to know, or empty
    void changed(String process, ProcessState state, double seconds, String note);

    /// Tells nobody.
    static Progress silent() {
        return (_, _, _, _) -> {};
    }
}
