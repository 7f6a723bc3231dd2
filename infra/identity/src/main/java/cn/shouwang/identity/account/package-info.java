/// Accounts: who may knock at the door at all.
///
/// The system's administrator opens and closes accounts and gives them no office; the security
/// administrator locks and unlocks them; the offices are [cn.shouwang.identity.grant]'s. An account's
/// name is never a person's name, and passwords are not here: they stand in the users file. A closed
/// account stays closed, so that a name in any log means the same person for ever.
@NullMarked
package cn.shouwang.identity.account;

import org.jspecify.annotations.NullMarked;
