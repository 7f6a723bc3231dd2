package cn.shouwang.platform.store;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/// Readers that start and stop with the service.
public final class Running implements SmartLifecycle {

    private final List<Reader> readers;
    private volatile boolean running;

    public Running(List<Reader> readers) {
        this.readers = List.copyOf(readers);
    }

    @Override
    public void start() {
        running = true;
        readers.forEach(Reader::start);
    }

    @Override
    public void stop() {
        running = false;
        readers.forEach(Reader::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
