/// What is kept beside every event about how it came to be: who, in which office, where, by which way,
/// in answer to what.
///
/// The keys are stored, so they are added to and never renamed. Accounts stand here, never names.
@NullMarked
package cn.shouwang.platform.audit;

import org.jspecify.annotations.NullMarked;
