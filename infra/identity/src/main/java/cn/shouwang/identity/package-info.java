/// Who somebody is, for one machine and for tests: an OpenID Connect issuer over a file of users.
///
/// It decides three things: whether a name and password belong together, how often one may try, and
/// what a token says (`sub`, `role`, `division`). It does not decide what a role may do; every service
/// does that for itself. In production any OIDC provider that issues the same claims takes its place.
@NullMarked
package cn.shouwang.identity;

import org.jspecify.annotations.NullMarked;
