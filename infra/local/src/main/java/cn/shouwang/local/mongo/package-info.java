/// Temporary: the server of branch `mongo` takes this package's place at the merge.
@NullMarked
package cn.shouwang.local.mongo;

import org.jspecify.annotations.NullMarked;
