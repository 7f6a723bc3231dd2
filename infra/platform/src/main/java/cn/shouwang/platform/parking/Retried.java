package cn.shouwang.platform.parking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What retrying many subjects came to, one by one. `left` subjects were not tried, because one request
/// takes only so many: ask again.
public record Retried(List<Subject> subjects, int left) {

    /// One subject; the rest as in [Outcome].
    public record Subject(
            String reader,
            String subject,
            int handled,
            long parked,
            @Nullable Failure failure) {}

    public Retried {
        subjects = List.copyOf(subjects);
    }
}
