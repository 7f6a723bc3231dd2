/// What in the log deserves a look: entries that came late or in bursts, decisions that came at once, one
/// picture twice.
///
/// A flag blocks nothing and accuses nobody. It tells what it rests on, by which edition of which rule,
/// and what may explain it; the account or office concerned can say why, and a checker who is somebody
/// else settles it or follows it up. Flags are a read model: they follow from the log, the rules
/// ([cn.shouwang.platform.flag.FlagRules]) and the calendar ([cn.shouwang.platform.flag.RestDays]) and from
/// nothing else, so whoever builds them again gets the same. A change of rules or calendar builds them
/// anew beside the old ones. What events are to each other they say themselves:
/// [cn.shouwang.platform.event.Decides], [cn.shouwang.platform.event.Likeness],
/// [cn.shouwang.platform.event.Compared].
@NullMarked
package cn.shouwang.platform.flag;

import org.jspecify.annotations.NullMarked;
