/// The one door of the suite: sign-in, limits, routes.
///
/// It decides who somebody is, how much may be asked, and which service answers. It has no domain types,
/// composes no domain data and decides no permission: every service checks the token for itself.
@NullMarked
package cn.shouwang.gateway;

import org.jspecify.annotations.NullMarked;
