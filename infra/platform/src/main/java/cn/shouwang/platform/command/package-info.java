/// The way of a command: who sends it, may they, is it a repetition, what was stored.
///
/// Controllers and policies send through [cn.shouwang.platform.command.Commands]; it adds the actor
/// and the causes to the metadata, refuses roles the command does not name, and answers with the
/// position the command reached.
@NullMarked
package cn.shouwang.platform.command;

import org.jspecify.annotations.NullMarked;
