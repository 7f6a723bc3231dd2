package cn.shouwang.platform.console;

import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Readers;

/// Whether a generation could answer: it has read the log as far as that reached when it was begun, its
/// reader does not rest, and its last attempt went well.
interface Readiness {

    boolean isReady(String view, int version, Kept generation);

    /// Refuses with `view.not-ready`.
    default void mustBeReady(String view, int version, Kept generation) {
        if (!isReady(view, version, generation)) {
            throw new RuleBroken("view.not-ready", "it is being built, or its reader does not go on");
        }
    }

    static Readiness of(Readers readers) {
        return (view, version, generation) -> {
            var reader = Views.reader(view, version, generation.number());
            var standing = readers.standings().get(reader);
            return standing != null
                    && standing.position() >= generation.head() - 1
                    && !standing.failing()
                    && !readers.isHalted(reader);
        };
    }
}
