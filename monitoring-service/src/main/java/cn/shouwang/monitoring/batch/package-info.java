/// A department's file on its way to the register: announced with its legal basis, staged with a verdict for
/// each row, approved or discarded by somebody else, then compared.
///
/// Nothing of a file counts before it is approved, and what is compared is exactly what was approved: facts
/// are kept sealed, under an id and a hash that the event names. One file is staged once.
@NullMarked
package cn.shouwang.monitoring.batch;

import org.jspecify.annotations.NullMarked;
