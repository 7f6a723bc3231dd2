/// Grants: which office an account may act in, where, from when until when.
///
/// The security administrator proposes, the audit administrator confirms, nobody for their own account;
/// what is taken back ends at once. A stand-in is a grant of another's office for at most 60 days. Which
/// roles exclude each other is data, in `incompatible-roles.txt`.
@NullMarked
package cn.shouwang.identity.grant;

import org.jspecify.annotations.NullMarked;
