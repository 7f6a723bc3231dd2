package cn.shouwang.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// What an [AccessWalk] found: one cell per endpoint and caller. A failure says who got what instead of
/// what, without data.
public record AccessReport(int cells, List<String> failures) {

    /// Fails unless every cell holds and there are at least `floor`; then prints the one line.
    public void mustHold(int floor) {
        assertThat(failures).as(toString()).isEmpty();
        assertThat(cells).as(toString()).isGreaterThanOrEqualTo(floor);
        System.out.println(this);
    }

    /// `access: 9000 cells, failures 0`.
    @Override
    public String toString() {
        return "access: %d cells, failures %d".formatted(cells, failures.size());
    }
}
