/// How every service answers: problems, pages, accepted commands, positions.
///
/// A refusal is an RFC 9457 problem with a stable code and a Chinese title and never carries
/// personal data. An accepted command answers with the id of its subject and the log position it
/// reached; a question that sends that position back waits until the rows are there.
@NullMarked
package cn.shouwang.platform.web;

import org.jspecify.annotations.NullMarked;
