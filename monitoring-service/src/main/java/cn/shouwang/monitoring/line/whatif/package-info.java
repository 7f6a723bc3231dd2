/// Who would come under another line, and who would leave it: a question, nothing more. Nothing is
/// decided here, and nobody enters or leaves by it.
@NullMarked
package cn.shouwang.monitoring.line.whatif;

import org.jspecify.annotations.NullMarked;
