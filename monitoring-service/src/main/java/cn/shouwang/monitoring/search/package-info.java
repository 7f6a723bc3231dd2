/// Finding a person again: by document or phone through keyed hashes, by name in memory.
///
/// Nothing is decided about anyone here. Names stand in no index on disk: every process keeps its own,
/// made from the log at its start. Each search is on record before it is answered.
@NullMarked
package cn.shouwang.monitoring.search;

import org.jspecify.annotations.NullMarked;
