/// How fast the log is, beside what else could keep it.
///
/// Every peer stores the same events through the same interface of Axon, durable before the call
/// returns, on the same machine in the same run; rounds of all peers alternate, because the machine
/// is seldom quiet. Two floors say what the disk and the driver would allow.
@NullMarked
package cn.shouwang.bench.log;

import org.jspecify.annotations.NullMarked;
