package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.batch.Staged;
import cn.shouwang.monitoring.batch.Staged.Piece;
import cn.shouwang.monitoring.comparison.Comparisons;
import cn.shouwang.monitoring.dataset.PersonKeys;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.enrolment.EnrolmentCommand.ReceiveRoll;
import cn.shouwang.monitoring.enrolment.RollIntake.Outcome;
import cn.shouwang.monitoring.household.Numbers;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.sealing.BlindIndex;
import cn.shouwang.platform.security.Actor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes a file of the register in: gives every row its verdict, keeps the households that can be registered
/// sealed, then tells the enrolment.
///
/// The pieces are kept before the event, under ids that follow from enrolment, round and place; a crash
/// between leaves pieces that nobody reads, and the repeated request finds them there. One file at a time is
/// read in this process, so what is in memory is bounded by one.
@Component
final class EnrolmentIntake {

    static final String KIND = "enrolment";

    /// `already` when this very file was received before: nothing was written then. `households` and
    /// `accepted` rows can be registered.
    record Answer(
            EnrolmentId id,
            boolean already,
            EnrolmentState state,
            int rows,
            int accepted,
            int refused,
            int households,
            int householdsRefused,
            String digest) {}

    private final Enrolments enrolments;
    private final Comparisons register;
    private final Numbers numbers;
    private final PersonKeys keys;
    private final BlindIndex index;
    private final Attachments attachments;
    private final Commands commands;
    private final EnrolmentSettings settings;
    private final Clock clock;
    private final Places places;
    private final Semaphore place = new Semaphore(1);

    EnrolmentIntake(
            Enrolments enrolments,
            Divisions divisions,
            Comparisons register,
            Numbers numbers,
            PersonKeys keys,
            BlindIndex index,
            Attachments attachments,
            Commands commands,
            EnrolmentSettings settings,
            Clock clock,
            @Value("${shouwang.area}") String county) {
        this.enrolments = enrolments;
        this.register = register;
        this.numbers = numbers;
        this.keys = keys;
        this.index = index;
        this.attachments = attachments;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
        this.places = new Places(divisions, county);
    }

    /// Refuses with `enrolment.file-known` what another office has sent.
    Answer take(byte[] file, Actor actor) {
        var print = index.of("enrolment-file", HexFormat.of().formatHex(sha256().digest(file)));
        var enrolment = EnrolmentId.ofFile(print);
        place.acquireUninterruptibly();
        try {
            var known = enrolments.find(enrolment);
            if (known.isPresent() && !actor.reaches(known.get().division())) {
                throw new RuleBroken("enrolment.file-known", "another office has sent this very file");
            }
            if (known.isPresent() && known.get().state() != EnrolmentState.DISCARDED) {
                return answer(known.get(), true);
            }
            var round = known.map(Enrolments.Entry::round).orElse(0) + 1;
            commands.sendAs(stage(enrolment, round, file, print, actor), actor);
            return answer(enrolments.find(enrolment).orElseThrow(), false);
        } finally {
            place.release();
        }
    }

    private static Answer answer(Enrolments.Entry entry, boolean already) {
        var staged = entry.staged();
        return new Answer(
                entry.enrolment(),
                already,
                entry.state(),
                staged.rows(),
                staged.accepted(),
                staged.rows() - staged.accepted(),
                entry.households(),
                entry.refused(),
                entry.digest());
    }

    private ReceiveRoll stage(EnrolmentId enrolment, int round, byte[] file, String print, Actor actor) {
        var pieces = new ArrayList<Piece>();
        var subject = subject(enrolment, round);
        var outcome = read(file, actor, bytes -> pieces.add(keep(subject, "piece-" + pieces.size(), bytes)));
        var errors = outcome.errors() == null ? null : keep(enrolment.toString(), "errors-" + round, outcome.errors());
        var staged = new Staged(print, file.length, outcome.rows(), outcome.verdicts(), List.copyOf(pieces), errors);
        return new ReceiveRoll(
                enrolment,
                round,
                staged,
                outcome.households(),
                outcome.refused(),
                digest(pieces),
                LocalDate.now(clock));
    }

    private Outcome read(byte[] file, Actor actor, Consumer<byte[]> pieces) {
        var today = LocalDate.now(clock);
        var known = register.known();
        Predicate<IdNumber> registered = id -> known.has(keys.of(id).low());
        return new RollIntake(
                        (header, from1904) -> new RollJudge(header, places, actor::reaches, from1904, today),
                        registered,
                        numbers.taken(),
                        settings.rows(),
                        settings.pieceHouseholds(),
                        pieces)
                .read(file);
    }

    /// Under whose key the pieces of a round are sealed; it is destroyed when the round has ended.
    static String subject(EnrolmentId enrolment, int round) {
        return enrolment + ":" + round;
    }

    private Piece keep(String subject, String part, byte[] bytes) {
        var id = subject + ":" + part;
        return new Piece(id, attachments.keep(KIND, id, subject, bytes).sha256());
    }

    /// The hash over the hashes of all pieces, in their order.
    private static String digest(List<Piece> pieces) {
        var digest = sha256();
        pieces.forEach(piece -> digest.update(HexFormat.of().parseHex(piece.sha256())));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
