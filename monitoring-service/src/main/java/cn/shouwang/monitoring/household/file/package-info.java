/// The household's file: who lives there and all its cases on one page, personal data masked.
@NullMarked
package cn.shouwang.monitoring.household.file;

import org.jspecify.annotations.NullMarked;
