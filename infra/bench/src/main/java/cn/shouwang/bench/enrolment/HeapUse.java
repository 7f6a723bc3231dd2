package cn.shouwang.bench.enrolment;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// The heap of a process in bytes, as its own counters tell. `peak` is the sum of what each part of the heap
/// ever held at most, so an upper bound; `live` is what is left after a collection asked for now.
record HeapUse(long peak, long live) {

    static HeapUse of(long pid) throws IOException {
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
    private static HeapUse of(JMXServiceURL address) throws IOException {
        try (var connector = JMXConnectorFactory.connect(address)) {
            var connection = connector.getMBeanServerConnection();
            var peak = ManagementFactory.getPlatformMXBeans(connection, MemoryPoolMXBean.class).stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            var memory = ManagementFactory.getPlatformMXBean(connection, MemoryMXBean.class);
            memory.gc();
            return new HeapUse(peak, memory.getHeapMemoryUsage().getUsed());
        }
    }
}
