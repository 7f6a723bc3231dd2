/// Attacks on the running suite, through the gateway and past it, and the judge of what came back.
///
/// Persons are planted whose names, numbers and words occur nowhere else ([Marked]); a [Family] makes
/// attacks from a seed, so that one that found something is made again; the [Judge] holds every byte of
/// every answer against what its caller may see. What was planted is read again at the end ([Untouched]).
///
/// No attack uses a key of the installation. The tokens are those the issuer gives the callers' own
/// accounts, as somebody has them who read the memory of the gateway.
@NullMarked
package cn.shouwang.bench.drill.intruder;

import org.jspecify.annotations.NullMarked;
