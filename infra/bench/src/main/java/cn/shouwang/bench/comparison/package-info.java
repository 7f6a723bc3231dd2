/// Departments' files beside a register of a county: the service's readers, keys and rules against DuckDB
/// alone on the same files.
///
/// The service's side runs in a process of its own from the service's own jar, since no module may depend
/// on a service; what DuckDB finds alone is written in SQL by hand and is the oracle of what ours finds.
@NullMarked
package cn.shouwang.bench.comparison;

import org.jspecify.annotations.NullMarked;
