/// Tests of the log on a Mongo-protocol server.
@NullMarked
package cn.shouwang.platform.store;

import org.jspecify.annotations.NullMarked;
