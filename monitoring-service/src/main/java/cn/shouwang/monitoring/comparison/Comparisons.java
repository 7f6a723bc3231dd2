package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.comparison.Comparer.Found;
import cn.shouwang.monitoring.sheet.LongSet;
import cn.shouwang.platform.projection.MemoryView;
import cn.shouwang.platform.projection.Views;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Comparisons with the register as it stands, one at a time in this process, so that two of them do not
/// need twice the memory.
@Component
public class Comparisons {

    private final RegisterKeys register;
    private final MemoryView view;
    private final ComparisonSettings settings;

    Comparisons(Views views, RegisterKeys register, ComparisonSettings settings) {
        this.register = register;
        this.view = views.inMemory("join-keys", RegisterKeys.READS, recorded -> register.on(recorded.event()));
        this.settings = settings;
    }

    /// What `work` finds with a comparer that knows the register and no facts yet; `view.building` while this
    /// process still reads the log.
    public synchronized Found with(Function<Comparer, Found> work) {
        view.mustBeBuilt();
        var spill = folder();
        try (var comparer = new Comparer(settings.memory(), settings.threads(), spill)) {
            register.each(comparer::person);
            return work.apply(comparer);
        } finally {
            delete(spill);
        }
    }

    /// The keys of everyone who counts on the register, as a set of hashes: [PersonKey#low]. All that is in the
    /// log now is in it; `view.building` while this process is behind.
    public LongSet known() {
        view.mustBeUpToDate();
        var known = new LongSet();
        register.each(person -> known.add(person.key().low()));
        return known;
    }

    private Path folder() {
        try {
            return settings.spill().isBlank()
                    ? Files.createTempDirectory("shouwang-compare")
                    : Files.createTempDirectory(Path.of(settings.spill()), "compare");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
