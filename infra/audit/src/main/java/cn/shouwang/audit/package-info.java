/// `./shouwang audit`: what an auditor does with a log, in a process of its own, with no service running.
///
/// A log is read where it lies ([Source]): in a database, in the copied data folder of an installation that
/// stands still, or in an exported folder on a laptop without a network. What is personal stays sealed in all of
/// them; nothing here has a key to open it. Whether a log is whole is decided in
/// `cn.shouwang.evidence.verify`, which knows none of these places.
@NullMarked
package cn.shouwang.audit;

import org.jspecify.annotations.NullMarked;
