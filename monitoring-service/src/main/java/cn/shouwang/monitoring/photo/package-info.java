/// What a stranger's picture file becomes before anything is stored: a picture of our own making.
///
/// Decided here: which files are read (JPEG and PNG, what the JDK decodes), how large they may be, and
/// that nothing of the file but its pixels is kept. Position and time of the camera are handed on beside
/// it, to be sealed. The bytes are kept sealed before an event names them; what no event names is swept.
/// Nothing here knows reports or visits.
@NullMarked
package cn.shouwang.monitoring.photo;

import org.jspecify.annotations.NullMarked;
