package cn.shouwang.platform.projection;

import cn.shouwang.platform.store.Recorded;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.conversions.Bson;

/// A read model: events in, rows out.
///
/// [#on] must be a pure function of the event, so that a rebuild from position 0 gives the same
/// rows. Every row carries `division`, by which lists are filtered: a row without one is seen by no
/// one. A row keeps its `_id` and is never removed. Change [#version] whenever the rows of old events
/// would come out differently; a new version is built beside the old rows.
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

    /// The histories whose events it is given; it never sees another event. All, unless it says so: then
    /// its rows as of a moment take the whole log.
    default List<Class<?>> reads() {
        return List.of(Object.class);
    }

    /// The ids by which everything is found that went into row `row`: each event that changes the row
    /// mentions one of them. By default it is the row's own id. Empty when the row's id does not tell; the
    /// row as of a moment then takes all rows.
    default List<String> foundBy(String row) {
        return List.of(row);
    }

    /// Fields that hold an id which every event mentions that changes a row with that value, so that a list
    /// narrowed to one value takes the events about that id only; none by default.
    default List<String> foundByFields() {
        return List.of();
    }

    /// Key patterns of secondary indexes, e.g. `Index.on("division", "-since")`; none by default.
    default List<Index> indexes() {
        return List.of();
    }

    /// Fields in order; a leading `-` is descending.
    record Index(List<String> fields) {

        public static Index on(String... fields) {
            return new Index(List.of(fields));
        }

        Bson keys() {
            return Indexes.compoundIndex(fields.stream()
                    .map(field ->
                            field.startsWith("-") ? Indexes.descending(field.substring(1)) : Indexes.ascending(field))
                    .toList());
        }
    }
}
