/// The register of accounts: which there are and whether they can be used.
@NullMarked
package cn.shouwang.identity.account.register;

import org.jspecify.annotations.NullMarked;
