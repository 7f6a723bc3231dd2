/// The register of rural households: who lives together, since when, and who is gone.
///
/// Decided here: what a household may look like (one head, at most one spouse of the head, nobody
/// twice, no national number that another household has) and how it changes. A base type that was
/// entered wrongly is disputed by one and corrected by another. Whoever moves to another household
/// is a member of one of the two at a time and keeps number and key (rule M13). A household is
/// registered whether or not it is ever at risk; whether it is monitored is decided in
/// `identification`.
@NullMarked
package cn.shouwang.monitoring.household;

import org.jspecify.annotations.NullMarked;
