/// How long it takes until a county's register that came as a file is registered, and the memory of the
/// service meanwhile.
@NullMarked
package cn.shouwang.bench.enrolment;

import org.jspecify.annotations.NullMarked;
