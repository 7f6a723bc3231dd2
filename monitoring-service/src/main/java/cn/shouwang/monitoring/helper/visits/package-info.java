/// Who helps which household, when it was last visited and by when it should be again. Decides
/// nothing.
@NullMarked
package cn.shouwang.monitoring.helper.visits;

import org.jspecify.annotations.NullMarked;
