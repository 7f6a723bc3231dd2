package cn.shouwang.platform.projection;

import cn.shouwang.platform.store.Recorded;
import java.util.List;

/// A read model: events in, rows out.
///
/// [#on] must be a pure function of the event, so that a rebuild from position 0 gives the same
/// rows. Every row carries `division`, by which lists are filtered: a row without one is seen by no
/// one. Change [#version] whenever the rows of old events would come out differently; a new version
/// is built beside the old rows.
public interface Projection {

    /// Collection name, `snake_case`.
    String name();

    int version();

    /// The first version whose rows today's questions can still read: every field they use was there and
    /// meant the same. While the rows of a new version are built, those of the version before go on
    /// answering, as they were; unless a projection says so, none do.
    default int readableFrom() {
        return version();
    }

    /// Writes what the event means for the rows. Called in log order, at least once per event.
    void on(Recorded recorded, Rows rows);

    /// Key patterns of secondary indexes, e.g. `Index.on("division", "-since")`; none by default.
    default List<Index> indexes() {
        return List.of();
    }

    /// Fields in order; a leading `-` is descending.
    record Index(List<String> fields) {

        public static Index on(String... fields) {
            return new Index(List.of(fields));
        }
    }
}
