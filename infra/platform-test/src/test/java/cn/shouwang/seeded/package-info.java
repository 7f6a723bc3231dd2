/// A service that breaks every convention once, to see each of them fail.
///
/// `Tree` and its parts are sound. Every other class breaks the one convention that
/// [cn.shouwang.platform.test.ServiceConventionsTest] names beside it.
@NullMarked
package cn.shouwang.seeded;

import org.jspecify.annotations.NullMarked;
