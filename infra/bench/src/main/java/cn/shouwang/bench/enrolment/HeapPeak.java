package cn.shouwang.bench.enrolment;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// The largest heap a process ever had in use, as its own counters tell: the sum of what each part of the heap
/// held at most, so an upper bound.
final class HeapPeak {

    private HeapPeak() {}

    /// In bytes.
    static long of(long pid) throws IOException {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return of(new JMXServiceURL(machine.startLocalManagementAgent()));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    @SuppressWarnings("BanJNDI") // the address is that of a process this one started
    private static long of(JMXServiceURL address) throws IOException {
        try (var connector = JMXConnectorFactory.connect(address)) {
            return ManagementFactory.getPlatformMXBeans(connector.getMBeanServerConnection(), MemoryPoolMXBean.class)
                    .stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
        }
    }
}
