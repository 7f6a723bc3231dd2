/// What is asked of the suite from outside: the synthetic county ([Demo]), measurements ([Bench]) and
/// failure drills ([Drill]).
///
/// Everything goes through the gateway over HTTP, as people's browsers do. No type of a service or of the
/// platform is used, so that what is measured and drilled is what a user gets.
@NullMarked
package cn.shouwang.bench;

import org.jspecify.annotations.NullMarked;
