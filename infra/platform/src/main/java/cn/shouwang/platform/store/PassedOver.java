package cn.shouwang.platform.store;

import java.util.List;

/// Stands where an event stands that nobody here [Reads]: it moves the reader on and is handed to no one.
enum PassedOver {
    EVENT;

    /// What is to be handed over of a batch, possibly nothing.
    static List<Recorded> without(List<Recorded> batch) {
        return batch.stream().filter(recorded -> recorded.event() != EVENT).toList();
    }
}
