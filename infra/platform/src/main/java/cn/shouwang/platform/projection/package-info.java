/// Read models: rows in MongoDB that know the log position they have seen.
///
/// A service declares a [cn.shouwang.platform.projection.Projection] per read model. The platform
/// runs each as a reader of the log, writes a batch of events as one bulk write through
/// [cn.shouwang.platform.projection.Rows], and answers questions through
/// [cn.shouwang.platform.projection.Listing], which cannot be asked without a scope. A new version
/// of a read model is built beside the old rows.
@NullMarked
package cn.shouwang.platform.projection;

import org.jspecify.annotations.NullMarked;
