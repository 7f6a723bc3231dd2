/// Who a person is on paper: name, document, phone.
///
/// Decided here: what a well-formed identifier is, how it is written in JSON (one plain string
/// each), and how it is masked. The values carry the full text for the register; their `toString`
/// is masked, so a log line, an exception or a debugger's dump never shows one.
@NullMarked
package cn.shouwang.monitoring.person;

import org.jspecify.annotations.NullMarked;
