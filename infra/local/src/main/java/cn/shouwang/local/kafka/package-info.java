/// A Kafka broker inside this process.
///
/// It is the real broker of the Kafka project in KRaft combined mode, so clients meet the protocol,
/// the transactions and the ordering they will meet in production. What is decided here: one node,
/// loopback only, every message forced to disk before it is acknowledged, and the suite's topics.
@NullMarked
package cn.shouwang.local.kafka;

import org.jspecify.annotations.NullMarked;
