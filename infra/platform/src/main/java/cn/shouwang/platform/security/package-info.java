/// Who may do what, where. One gate for commands and questions.
///
/// A token names a role and a division. [cn.shouwang.platform.security.Gate] turns it into an
/// [cn.shouwang.platform.security.Actor], under which commands are sent, and into a
/// [cn.shouwang.platform.security.Scope], without which no row can be read. Commands name the roles
/// that may send them; the store refuses an event outside the actor's division whatever a handler
/// did. Before any of that, the [cn.shouwang.platform.security.AccessTable] says who may ask for an
/// endpoint at all. Where nothing is said, the answer is no.
@NullMarked
package cn.shouwang.platform.security;

import org.jspecify.annotations.NullMarked;
