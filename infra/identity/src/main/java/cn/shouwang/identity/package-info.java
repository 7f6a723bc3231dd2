/// Who somebody is, for one machine and for tests: an OpenID Connect issuer over a file of users and a
/// log of accounts and grants.
///
/// This package signs in: whether a name and a password belong together, how often one may try, in
/// which office one acts, what a token says. Which offices an account holds is decided in
/// [cn.shouwang.identity.account] and [cn.shouwang.identity.grant]; what a role may do, every service
/// decides for itself. In production any OIDC provider that issues the same claims takes its place.
@NullMarked
package cn.shouwang.identity;

import org.jspecify.annotations.NullMarked;
