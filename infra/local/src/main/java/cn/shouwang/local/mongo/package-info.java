/// A Mongo-protocol server for one machine: the wire handling and query engine of
/// mongo-java-server over a store of our own.
///
/// What is decided here:
///
/// * **One log.** Everything stored is a record of [cn.shouwang.local.mongo.RecordLog], appended
///   and forced before the reply to a write leaves; commands that wait together share one force.
///   A reader may see a write that is not yet acknowledged. After a crash an acknowledged write is
///   there; an unacknowledged one may or may not be.
/// * **Documents stay in the file**, as BSON. Memory holds a slot per document and the indexes,
///   whose entries are plain bytes in MongoDB's order of values ([cn.shouwang.local.mongo.BsonOrder]).
/// * **The engine judges, the index only narrows.** A plan yields candidates; the engine's matcher
///   decides, so a wrong plan can be slow but a document that does not match is never returned. Only
///   a question of plain values that an index answers whole ([cn.shouwang.local.mongo.Plan#exact])
///   is not asked again.
/// * **One thread per connection**, from its bytes to its reply: handing a command over costs more
///   than a small one takes.
/// * **Refuse rather than pretend.** What this server cannot honour is an error that names
///   `--mongo URI` ([cn.shouwang.local.mongo.Refusals]).
@NullMarked
package cn.shouwang.local.mongo;

import org.jspecify.annotations.NullMarked;
