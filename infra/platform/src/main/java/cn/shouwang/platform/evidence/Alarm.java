package cn.shouwang.platform.evidence;

import cn.shouwang.evidence.Tiles;
import cn.shouwang.platform.evidence.Checkpoints.Stored;
import cn.shouwang.platform.evidence.Standing.State;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What keeps a log from being signed: something found wrong, which stays, here or in another process; or a
/// key that is not there, until it is back.
final class Alarm {

    /// Why nothing is signed; `code` is that of a [Damage] or of a [KeyTrouble].
    record Trouble(String code, State state) {}

    private static final Logger LOGGER = LoggerFactory.getLogger(Alarm.class);

    private final Findings findings;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private volatile @Nullable Trouble trouble;

    Alarm(Findings findings, Checkpoints checkpoints, Clock clock) {
        this.findings = findings;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /// Runs `work` and keeps what it finds wrong; false when it found something.
    boolean guards(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Damaged found) {
            keep(found.damage(), found.position());
        } catch (Tiles.Missing missing) {
            keep(Damage.TILES_CHANGED, missing.firstLeaf());
        } catch (KeyTrouble found) {
            if (code().filter(found.code()::equals).isEmpty()) {
                LOGGER.error("evidence: nothing is signed: {}", found.getMessage());
            }
            trouble = new Trouble(found.code(), State.NO_KEY);
        }
        return false;
    }

    private void keep(Damage damage, long position) {
        trouble = new Trouble(damage.code(), State.DAMAGED);
        var certain = certain(position);
        var finding = new Finding(
                damage.code(),
                position,
                certain.map(Stored::size).orElse(null),
                certain.map(Stored::at).orElse(null),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        LOGGER.error(
                "evidence: {} at position {}, certain since the checkpoint of {} events; nothing is signed any more",
                finding.code(),
                position,
                finding.certainSize());
        findings.keep(finding);
    }

    private Optional<Stored> certain(long position) {
        try {
            return checkpoints.firstOver(position);
        } catch (Damaged _) {
            return Optional.empty(); // the checkpoint itself is what is wrong
        }
    }

    /// Whether something was found wrong, by any process at any time.
    boolean isRaised() {
        var finding = findings.first();
        finding.ifPresent(found -> trouble = new Trouble(found.code(), State.DAMAGED));
        return finding.isPresent();
    }

    /// All was looked at and holds.
    void end() {
        trouble = null;
    }

    /// Why nothing is signed, as far as this process knows.
    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    Optional<String> code() {
        return trouble().map(Trouble::code);
    }

    /// Refuses by [RuleBroken] while there is trouble.
    void mustBeQuiet() {
        trouble().ifPresent(found -> {
            var rule = found.state() == State.NO_KEY ? "evidence.no-key" : "evidence.damaged";
            throw new RuleBroken(rule, found.code());
        });
    }
}
