/// Between services: CloudEvents on Kafka, out of the log and into the inbox.
///
/// The publisher is a reader of the log; its position moves after Kafka acknowledged. The inbox
/// remembers the last position per source and partition, and parks the subject of a message that
/// cannot be handled, with its cause, until a person retries or discards it.
@NullMarked
package cn.shouwang.platform.messaging;

import org.jspecify.annotations.NullMarked;
