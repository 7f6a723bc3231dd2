/// Tests of rows and views on a Mongo-protocol server.
@NullMarked
package cn.shouwang.platform.projection;

import org.jspecify.annotations.NullMarked;
