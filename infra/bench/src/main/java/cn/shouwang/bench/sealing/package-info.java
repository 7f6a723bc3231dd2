/// What sealing and the gate cost a command.
@NullMarked
package cn.shouwang.bench.sealing;

import org.jspecify.annotations.NullMarked;
