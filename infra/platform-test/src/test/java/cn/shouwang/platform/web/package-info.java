/// How refusals and failures are told.
@NullMarked
package cn.shouwang.platform.web;

import org.jspecify.annotations.NullMarked;
