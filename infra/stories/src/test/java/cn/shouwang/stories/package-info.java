/// Stories: what people do with the whole suite, every process running, told over HTTP.
///
/// Nothing here knows a class of a service; what a story says is what a user can rely on.
@NullMarked
package cn.shouwang.stories;

import org.jspecify.annotations.NullMarked;
