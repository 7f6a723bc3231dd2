/// The console of those who keep a service running: readers stopped and started, read models built anew
/// beside the old rows, compared, switched and rolled back.
///
/// Every act is an event with its reason, decided by one of two aggregates per service: which readers rest
/// (stream `console-readers`), which generations a read model has (stream `console-views`). What is in force
/// is what these two streams say and stands nowhere else: each process reads them on twice a second and
/// arranges its readers and rows accordingly. A crash between event and effect therefore heals itself, and
/// a restart forgets nothing.
///
/// A generation is one building of the rows of one version of a read model: its own collection and reader.
/// At most two follow the log, the one that answers and either a rebuild beside it or the one before.
@NullMarked
package cn.shouwang.platform.console;

import org.jspecify.annotations.NullMarked;
