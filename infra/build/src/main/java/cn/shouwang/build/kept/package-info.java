/// What was approved once stays as it was: the stored forms of events, for logs hold them, and the
/// contracts, for topics hold their messages.
///
/// The history of the sources is the witness. A stored form and a sample keep the bytes with which they
/// were first committed; a schema may gain optional properties and nothing else; none of them goes. What
/// was changed is told with the commit that did it and with how to put it back; putting it back is
/// enough. Where the history is not whole, nothing is judged, and that is a failure.
@NullMarked
package cn.shouwang.build.kept;

import org.jspecify.annotations.NullMarked;
