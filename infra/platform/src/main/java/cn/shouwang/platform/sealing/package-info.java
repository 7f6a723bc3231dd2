/// Keeps what is personal unreadable without a key of the person it is about, so that a person can be
/// forgotten in a log that forgets nothing.
///
/// Every *subject* (a member of a household, a report, whatever the event says) has a key of its own.
/// Person keys lie in collection `person_keys`, wrapped by a key of the installation that lies in a
/// file outside the database. Whoever destroys a subject's key makes every copy of what was sealed
/// under it unreadable at once: in the log, in rows, in backups of either.
///
/// Decided here: the two cipher suites, the form of a sealed value, where keys live and how they are
/// made, wrapped anew and destroyed.
@NullMarked
package cn.shouwang.platform.sealing;

import org.jspecify.annotations.NullMarked;
