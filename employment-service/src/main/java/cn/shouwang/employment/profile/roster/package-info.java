/// The roster of people able to work (劳动力台账), by household and by place.
@NullMarked
package cn.shouwang.employment.profile.roster;

import org.jspecify.annotations.NullMarked;
