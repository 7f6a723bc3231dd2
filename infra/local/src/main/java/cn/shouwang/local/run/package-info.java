/// Starts, watches and stops the suite on one machine.
///
/// What is decided here: every service is a process of its own; the broker and the database share
/// one; nothing listens beyond 127.0.0.1; keys and first passwords are made per installation; a
/// process is only ever signalled when its pid file proves that it is one of ours; processes run
/// from private copies of the suite's jars, so that a build never changes what is running.
@NullMarked
package cn.shouwang.local.run;

import org.jspecify.annotations.NullMarked;
