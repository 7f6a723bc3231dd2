/// Tells whoever has a page open that something has changed, so that nobody has to ask every few seconds.
///
/// `GET /updates` is a stream of events (`text/event-stream`): which position, what kind of thing, which
/// one. What exactly happened is read where it is always read, under the same rights. Nothing is kept and
/// nothing sent later: who was away reads anew.
@NullMarked
package cn.shouwang.monitoring.update;

import org.jspecify.annotations.NullMarked;
