/// Bytes that belong to an event and are too large for it: photos.
///
/// They are sealed like the event's own personal parts and stored before it; the event names them and
/// keeps the hash of the sealed form. Stored bytes no event names are not shown by anyone and are
/// swept away later: a crash between the two leaves nothing behind.
@NullMarked
package cn.shouwang.platform.attachment;

import org.jspecify.annotations.NullMarked;
