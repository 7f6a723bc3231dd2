/// The history of an account: what was done to it and to its grants, by whom, in which office, when.
@NullMarked
package cn.shouwang.identity.account.history;

import org.jspecify.annotations.NullMarked;
