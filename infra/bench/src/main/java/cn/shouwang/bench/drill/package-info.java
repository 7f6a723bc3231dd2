/// Failure drills: what breaks on purpose, under load, and what must still be true afterwards.
///
/// The truth of what was stored is read from the log of a service, past the service itself; what callers
/// were told is in the [cn.shouwang.bench.county.Ledger].
@NullMarked
package cn.shouwang.bench.drill;

import org.jspecify.annotations.NullMarked;
