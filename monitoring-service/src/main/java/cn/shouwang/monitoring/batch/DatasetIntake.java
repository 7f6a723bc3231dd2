package cn.shouwang.monitoring.batch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import cn.shouwang.monitoring.batch.BatchCommand.ReceiveDataset;
import cn.shouwang.monitoring.batch.Staged.Piece;
import cn.shouwang.monitoring.comparison.ComparisonSettings;
import cn.shouwang.monitoring.dataset.Intake;
import cn.shouwang.monitoring.dataset.PersonKeys;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.sealing.BlindIndex;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/// Takes a department's file in: gives every row its verdict, keeps what was accepted sealed, then tells the
/// batch.
///
/// The pieces are kept before the event, under ids that follow from batch, file and place. A crash between
/// leaves pieces that nobody reads, and the repeated request finds them there. One file at a time is read in
/// this process, so what is in memory is bounded by one.
@Component
final class DatasetIntake {

    static final String KIND = "dataset";

    /// `already` when this batch had that very file before: nothing was written then.
    record Answer(BatchId id, boolean already, int rows, int accepted, int refused) {

        static Answer of(BatchId batch, Staged staged, boolean already) {
            return new Answer(batch, already, staged.rows(), staged.accepted(), staged.rows() - staged.accepted());
        }
    }

    private final Batches batches;
    private final Listing rows;
    private final Gate gate;
    private final PersonKeys keys;
    private final BlindIndex index;
    private final Attachments attachments;
    private final Commands commands;
    private final ComparisonSettings settings;
    private final Clock clock;
    private final Semaphore place = new Semaphore(1);

    DatasetIntake(
            Batches batches,
            Views views,
            Gate gate,
            PersonKeys keys,
            BlindIndex index,
            Attachments attachments,
            Commands commands,
            ComparisonSettings settings,
            Clock clock) {
        this.batches = batches;
        this.rows = views.listing("batches");
        this.gate = gate;
        this.keys = keys;
        this.index = index;
        this.attachments = attachments;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    /// Refuses with `batch.file-there` when the batch has another file, with `batch.file-known` when another
    /// batch has this one.
    Answer take(BatchId batch, byte[] file, Actor actor) {
        var found = batches.find(batch)
                .filter(entry -> actor.reaches(entry.division()))
                .orElseThrow(NotFound::new);
        var print = index.of("dataset-file", sha256(file));
        if (found.staged() != null && found.staged().file().equals(print)) {
            return Answer.of(batch, found.staged(), true);
        }
        if (found.state() != BatchState.ANNOUNCED) {
            throw new RuleBroken("batch.file-there", "%s has its file, or is closed".formatted(batch));
        }
        mustBeNew(print);
        place.acquireUninterruptibly();
        try {
            var staged = stage(found, file, print);
            commands.sendAs(new ReceiveDataset(batch, staged, LocalDate.now(clock)), actor);
            return Answer.of(batch, staged, false);
        } finally {
            place.release();
        }
    }

    private void mustBeNew(String print) {
        var same = and(eq("file", print), ne("state", BatchState.DISCARDED.name()));
        if (rows.count(gate.scope(), same) > 0) {
            throw new RuleBroken("batch.file-known", "another batch has this very file");
        }
    }

    private Staged stage(Batches.Entry batch, byte[] file, String print) {
        var facts = new ArrayList<Piece>();
        var intake = new Intake(
                batch.dataset(),
                batch.period(),
                keys,
                settings.rows(),
                piece -> facts.add(keep(batch.batch(), print, "facts-" + facts.size(), piece)));
        var outcome = intake.read(file);
        var errors = outcome.errors() == null ? null : keep(batch.batch(), print, "errors", outcome.errors());
        return new Staged(print, file.length, outcome.rows(), outcome.verdicts(), List.copyOf(facts), errors);
    }

    private Piece keep(BatchId batch, String print, String part, byte[] bytes) {
        var id = batch + ":" + print + ":" + part;
        return new Piece(id, attachments.keep(KIND, id, batch.toString(), bytes).sha256());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
