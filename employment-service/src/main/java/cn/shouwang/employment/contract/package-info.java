/// The edge of the service: what it tells others, and in sub-packages by producer what it reads of
/// theirs. No type here is shared with another service; both sides test against `infra/contracts`.
@NullMarked
package cn.shouwang.employment.contract;

import org.jspecify.annotations.NullMarked;
