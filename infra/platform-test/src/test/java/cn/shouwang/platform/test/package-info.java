/// Tests of what the tests of every service share.
@NullMarked
package cn.shouwang.platform.test;

import org.jspecify.annotations.NullMarked;
