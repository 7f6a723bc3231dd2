package cn.shouwang.platform.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A time in which this process stores so much that its readers would only be in the way of it.
///
/// Readers and followers of events then stand still, keep their claims, and catch up afterwards; none is
/// skipped. What reads commits as they are stored, such as the sealer, goes on. Other processes know nothing
/// of it.
public final class Rush {

    private static final Duration LONGEST = Duration.ofSeconds(3); // a claim wants to be renewed in between

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();
    private int underWay;

    /// Does `work` while readers give way. Any number may be under way at once.
    public void during(Runnable work) {
        change(1);
        try {
            work.run();
        } finally {
            change(-1);
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            underWay += by;
            if (underWay == 0) {
                over.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits while there is a rush, three seconds at most; whether there is none now.
    boolean giveWay() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = LONGEST.toNanos();
            while (underWay > 0 && left > 0) {
                left = over.awaitNanos(left);
            }
            return underWay == 0;
        } finally {
            lock.unlock();
        }
    }
}
