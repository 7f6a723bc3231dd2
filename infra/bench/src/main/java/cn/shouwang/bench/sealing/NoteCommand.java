package cn.shouwang.bench.sealing;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// A note is taken, then another on the same stream.
sealed interface NoteCommand {

    @AllowedTo(Role.VILLAGE_COMMITTEE)
    record TakeSealed(@TargetAggregateIdentifier String note, String person, String text) implements NoteCommand {}

    /// What has nothing personal in it.
    @AllowedTo(Role.VILLAGE_COMMITTEE)
    record TakeOpen(@TargetAggregateIdentifier String note, String person, String text) implements NoteCommand {}

    @AllowedTo(Role.VILLAGE_COMMITTEE)
    record TakePlain(@TargetAggregateIdentifier String note, String person, String text) implements NoteCommand {}
}
