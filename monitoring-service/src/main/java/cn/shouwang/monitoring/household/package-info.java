/// The register of rural households: who lives together, since when, and who is gone.
///
/// Decided here: what a household may look like (one head, at most one spouse of the head, nobody
/// twice) and how it changes. A household is registered whether or not it is ever at risk; whether
/// it is monitored is decided in `identification`.
@NullMarked
package cn.shouwang.monitoring.household;

import org.jspecify.annotations.NullMarked;
