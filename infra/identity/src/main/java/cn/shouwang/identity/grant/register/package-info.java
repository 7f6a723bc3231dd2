/// The register of grants: who was given what, and what is in force on a day.
@NullMarked
package cn.shouwang.identity.grant.register;

import org.jspecify.annotations.NullMarked;
