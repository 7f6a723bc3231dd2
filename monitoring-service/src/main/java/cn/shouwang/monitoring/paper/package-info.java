/// Papers: A4 documents as PDF, to be printed, signed and filed.
///
/// Decided here: how a paper looks, that its fonts are in it, that a character without a glyph is
/// told by its code and never dropped, and that the same paper is the same bytes. What a paper says
/// is decided where its facts are.
@NullMarked
package cn.shouwang.monitoring.paper;

import org.jspecify.annotations.NullMarked;
