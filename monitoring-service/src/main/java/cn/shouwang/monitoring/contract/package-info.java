/// The edge of the service: what the others hear. No name, id number, phone, account or state of
/// health passes it.
@NullMarked
package cn.shouwang.monitoring.contract;

import org.jspecify.annotations.NullMarked;
