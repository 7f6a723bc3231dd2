package cn.shouwang.platform.projection;

import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/// What an event makes of a row that has to be read first. A pure function of the row and the event.
@FunctionalInterface
public interface Folding {

    /// Changes `row`, which holds only `_id` when it is new; `others` takes changes of other rows, by their
    /// id, which are none that are folded nor changed otherwise by the same event.
    void fold(Document row, BiConsumer<String, Bson> others);
}
