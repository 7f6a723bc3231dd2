/// The labour profile of a member of a determined household: who is able to work.
///
/// Opened by itself when the county determines the household, or by hand by the town or the HR
/// bureau. Members who lost their ability to work, or have none, get no profile (rule E4); age is
/// asked when work begins (rule E10), which is not here.
@NullMarked
package cn.shouwang.employment.profile;

import org.jspecify.annotations.NullMarked;
