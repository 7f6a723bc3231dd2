package cn.shouwang.platform.flag;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.flag.FlagEntry.Account;
import cn.shouwang.platform.flag.FlagEntry.Measure;
import cn.shouwang.platform.flag.FlagEntry.Rule;
import cn.shouwang.platform.flag.FlagEntry.Said;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Rows of [FlagsProjection] and events of the log as answers.
final class FlagRows {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final RuleBook book;
    private final Words words;
    private final ZoneId zone;

    FlagRows(RuleBook book, Words words, ZoneId zone) {
        this.book = book;
        this.words = words;
        this.zone = zone;
    }

    FlagEntry entry(Document row, boolean withTexts, Locale locale) {
        var kind = FlagKind.valueOf(row.getString("kind"));
        var state = row.getString("state") == null ? FlagState.OPEN : FlagState.valueOf(row.getString("state"));
        var role = Role.valueOf(row.getString("role"));
        var name = row.getString("name");
        return new FlagEntry(
                FlagId.of(row.getString("_id")),
                kind,
                words.flag(kind, "", locale),
                why(kind, row, locale),
                words.flag(kind, ".innocent", locale),
                words.text("flag.note", locale),
                state,
                words.text("flag.state." + state, locale),
                row.getString("division"),
                new Account(row.getString("actor"), role, words.office(role, locale), row.getString("from")),
                new Measure(row.getLong("measure"), kind.unit()),
                rule(row),
                row.getString("on"),
                instant(row, "firstAt"),
                instant(row, "lastAt"),
                row.getInteger("count"),
                row.getList("positions", Long.class),
                row.getString("stream"),
                row.getString("about"),
                name,
                name == null ? null : words.event(name, locale),
                said(row, "explainedBy", "explainedAt", withTexts ? "explanation" : null),
                said(row, "reviewedBy", "reviewedAt", withTexts ? "note" : null));
    }

    FlagDetail.Event event(Recorded recorded, Locale locale) {
        var form = book.form(recorded.event());
        return new FlagDetail.Event(
                recorded.position(),
                form.name(),
                words.event(form.name(), locale),
                recorded.stream(),
                ((Placed) recorded.event()).division(),
                recorded.recordedAt(),
                form.on(recorded.event()).orElse(null),
                recorded.meta(Meta.ACTOR),
                Role.valueOf(recorded.meta(Meta.ROLE)));
    }

    private Rule rule(Document row) {
        var edition = row.getString("edition");
        return new Rule(
                edition, book.rules().from(edition).source(), row.getLong("threshold"), row.getInteger("within"));
    }

    /// `{0}` the event, `{1}` the day in question, `{2}` and `{3}` when it began and ended, `{4}` how much,
    /// `{5}` from how much on, `{6}` whole minutes it took, at least one, `{7}` within which time.
    private String why(FlagKind kind, Document row, Locale locale) {
        var name = row.getString("name");
        var took = Duration.between(instant(row, "firstAt"), instant(row, "lastAt"));
        return words.flag(
                kind,
                ".why",
                locale,
                name == null ? "" : words.event(name, locale),
                String.valueOf(row.getString("on")),
                minute(instant(row, "firstAt")),
                minute(instant(row, "lastAt")),
                Objects.toString(row.getLong("measure")),
                Objects.toString(row.getLong("threshold")),
                Objects.toString(Math.max(1, took.plusSeconds(59).toMinutes())),
                Objects.toString(row.getInteger("within")));
    }

    private String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    private static @Nullable Said said(Document row, String by, String at, @Nullable String text) {
        var account = row.getString(by);
        if (account == null) {
            return null;
        }
        var sealed = text == null ? null : row.get(text, SealedText.class);
        return new Said(
                account, instant(row, at), sealed == null ? null : sealed.text().orElse(null));
    }

    private static Instant instant(Document row, String field) {
        return row.getDate(field).toInstant();
    }
}
