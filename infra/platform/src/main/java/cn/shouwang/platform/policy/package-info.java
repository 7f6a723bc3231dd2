/// Reactions: a fact here or in another service, a command in answer.
///
/// A policy is stateless and is written beside the command it issues. The platform delivers every
/// message at least once and recognises repeated commands, so the pair is exactly once.
@NullMarked
package cn.shouwang.platform.policy;

import org.jspecify.annotations.NullMarked;
