/// The photos of a visit, and those it named that have not come. Whoever looks at one sees into a home, so
/// a look is a reveal and in the read log.
@NullMarked
package cn.shouwang.monitoring.helper.photos;

import org.jspecify.annotations.NullMarked;
