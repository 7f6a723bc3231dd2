package cn.shouwang.monitoring.line;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Accepted;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeedLineTest {

    private final Commands commands = mock();
    private final SeedLine seed = new SeedLine(commands, Duration.ZERO);

    @Test
    void the_line_is_published_by_the_system_as_soon_as_the_log_answers() {
        when(commands.sendAs(any(), any()))
                .thenThrow(new IllegalStateException("the log is away"))
                .thenThrow(new IllegalStateException("the log is away"))
                .thenReturn(new Accepted("line-440233-2025", 0, true));
        seed.seed();
        verify(commands, times(3)).sendAs(SeedLine.COUNTY_2025, Actor.SYSTEM);
    }

    @Test
    void a_line_that_is_published_already_is_left_alone() {
        when(commands.sendAs(any(), any())).thenThrow(new RuleBroken("line.already-published", "published"));
        seed.seed();
        verify(commands, times(1)).sendAs(any(), any());
    }
}
