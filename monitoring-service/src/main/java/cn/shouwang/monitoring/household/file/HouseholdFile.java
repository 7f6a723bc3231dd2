package cn.shouwang.monitoring.household.file;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Gate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One household on one page, if it lies within the caller's division.
@Component
class HouseholdFile {

    /// The register's part, every case and every removal, the first one first; `closed` tells why
    /// and since when nobody is left, `baseTypeDispute` whether the base type was last disputed:
    /// `{state: OPEN, CORRECTED or UPHELD, baseType, since, reason, evidence, decidedOn?,
    /// answer?}`.
    record Whole(
            String household,
            String division,
            BaseType baseType,
            LocalDate registeredOn,
            @Nullable String phone,
            @Nullable String nationalNumber,
            Described described,
            List<Member> members,
            List<Case> cycles,
            List<Exit> exits,
            @Nullable Document closed,
            @Nullable Document baseTypeDispute,
            List<Document> measures,
            List<Document> urgentAid,
            List<Document> lacks,
            List<Document> helpers,
            List<Document> visits) {}

    /// What is told of the household; a part is absent until it is told. `hidden` names what is known and
    /// shown only for a purpose. Areas are hundredths of 亩, of a house hundredths of a square metre.
    record Described(
            @Nullable Document land,
            @Nullable Document house,
            @Nullable Document water,
            @Nullable Document living,
            @Nullable Document links,
            @Nullable Document marks,
            List<String> hidden) {}

    /// A member, also one who is gone. `joined` is why the member came, `standing` whether in the
    /// hukou book and living there; `described` names the parts that are known and shown only for a
    /// purpose. One with `mergedInto` is entered again there and does not count here; `alsoKnownAs`
    /// are the other entries of this same person. `movedFrom` and `movedTo` are the other household
    /// of a move.
    record Member(
            String member,
            String name,
            String document,
            @Nullable String sex,
            @Nullable Integer bornIn,
            String relation,
            String labour,
            boolean student,
            @Nullable String phone,
            @Nullable String nationalNumber,
            @Nullable Document standing,
            List<String> described,
            LocalDate since,
            @Nullable String joined,
            @Nullable String gone,
            @Nullable LocalDate goneOn,
            @Nullable String movedFrom,
            @Nullable String movedTo,
            List<String> mergedInto,
            List<String> alsoKnownAs) {}

    /// A case; a part is absent until its step was taken. Amounts are fen.
    record Case(
            int cycle,
            String lastStep,
            LocalDate lastOn,
            LocalDate openedOn,
            @Nullable LocalDate visitBy,
            LocalDate decideBy,
            @Nullable String clue,
            @Nullable Document visit,
            @Nullable LocalDate authorizedOn,
            @Nullable LocalDate authorizationWithdrawnOn,
            @Nullable Document appraisal,
            @Nullable Document publicity,
            List<Document> objections,
            @Nullable Document townReview,
            @Nullable Document decision,
            @Nullable Document comparison,
            @Nullable Document rejection,
            @Nullable Document appeal,
            @Nullable LocalDate announcedOn,
            @Nullable Document marking) {}

    /// A removal; a part is absent until its step was taken. `checks` is there while a criterion is
    /// wanting.
    record Exit(
            int attempt,
            int cycle,
            String mode,
            String lastStep,
            LocalDate lastOn,
            LocalDate proposedOn,
            @Nullable Document visit,
            List<Document> checks,
            @Nullable Document appraisal,
            @Nullable Document notice,
            List<Document> objections,
            @Nullable Document townReview,
            @Nullable Document decision,
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate droppedOn,
            @Nullable LocalDate revertedOn) {}

    private final Listing rows;
    private final Gate gate;

    HouseholdFile(Views views, Gate gate) {
        this.rows = views.listing(HouseholdFileProjection.NAME);
        this.gate = gate;
    }

    Optional<Whole> of(HouseholdId household) {
        return rows.one(gate.scope(), household.toString()).map(HouseholdFile::whole);
    }

    static Whole whole(Document row) {
        return new Whole(
                row.getString("_id"),
                row.getString("division"),
                BaseType.valueOf(row.getString("baseType")),
                LocalDate.parse(row.getString("registeredOn")),
                Shown.PHONE.orNull(row, "phone"),
                Shown.NUMBER.orNull(row, ProfileRows.NATIONAL_NUMBER),
                described(row),
                row.get("members", new Document()).entrySet().stream()
                        .map(member -> member(member.getKey(), (Document) member.getValue()))
                        .toList(),
                parts(row, "cycles")
                        .map(HouseholdFile::aCase)
                        .sorted(Comparator.comparing(Case::cycle))
                        .toList(),
                parts(row, "exits")
                        .map(HouseholdFile::exit)
                        .sorted(Comparator.comparing(Exit::attempt))
                        .toList(),
                part(row, "closed"),
                opened(row, HouseholdFileProjection.DISPUTE, "reason", "evidence", "answer"),
                parts(row, "measures").toList(),
                row.getList("urgentAid", Document.class, List.of()),
                row.getList("lacks", Document.class, List.of()),
                HelperRows.helpers(row),
                HelperRows.visits(row));
    }

    private static Member member(String id, Document row) {
        return new Member(
                id,
                Shown.NAME.in(row, "name"),
                Shown.DOCUMENT.in(row, "document"),
                told(row, "sex"),
                year(row),
                row.getString("relation"),
                row.getString("labour"),
                row.getBoolean("student"),
                Shown.PHONE.orNull(row, "phone"),
                Shown.NUMBER.orNull(row, ProfileRows.NATIONAL_NUMBER),
                part(row, "standing"),
                known(row, ProfileRows.MEMBER_PARTS),
                LocalDate.parse(row.getString("since")),
                row.getString("joined"),
                row.getString("gone"),
                day(row, "goneOn"),
                row.getString("movedFrom"),
                row.getString("movedTo"),
                row.getList(HouseholdFileProjection.MERGED_INTO, String.class),
                row.getList(HouseholdFileProjection.ALSO_KNOWN_AS, String.class));
    }

    private static Described described(Document row) {
        return new Described(
                part(row, "land"),
                part(row, "house"),
                part(row, "water"),
                part(row, "living"),
                part(row, "links"),
                part(row, "marks"),
                known(row, ProfileRows.SEALED_OF_HOUSEHOLD));
    }

    /// Those of the sealed parts that are there and not forgotten.
    private static List<String> known(Document row, List<String> parts) {
        return parts.stream().filter(part -> told(row, part) != null).toList();
    }

    private static Case aCase(Document row) {
        return new Case(
                row.getInteger("cycle"),
                row.getString("lastStep"),
                LocalDate.parse(row.getString("lastOn")),
                LocalDate.parse(row.getString("openedOn")),
                day(row, "visitBy"),
                LocalDate.parse(row.getString("decideBy")),
                row.getString("clue"),
                part(row, "visit"),
                day(row, "authorizedOn"),
                day(row, "authorizationWithdrawnOn"),
                appraisal(row),
                part(row, "publicity"),
                parts(row, "objections").toList(),
                part(row, "townReview"),
                part(row, "decision"),
                opened(row, "comparison", "paper", "weighing"),
                part(row, "rejection"),
                opened(row, "appeal", "text", "explanation"),
                day(row, "announcedOn"),
                opened(row, "marking", "number"));
    }

    private static Exit exit(Document row) {
        return new Exit(
                row.getInteger("attempt"),
                row.getInteger("cycle"),
                row.getString("mode"),
                row.getString("lastStep"),
                LocalDate.parse(row.getString("lastOn")),
                LocalDate.parse(row.getString("proposedOn")),
                part(row, "visit"),
                row.getList("checks", Document.class, List.of()),
                appraisal(row),
                part(row, "notice"),
                parts(row, "objections").toList(),
                part(row, "townReview"),
                part(row, "decision"),
                day(row, "announcedOn"),
                day(row, "droppedOn"),
                day(row, "revertedOn"));
    }

    private static @Nullable Integer year(Document row) {
        var born = told(row, "born");
        return born == null ? null : LocalDate.parse(born).getYear();
    }

    private static @Nullable String told(Document row, String field) {
        var sealed = row.get(field, SealedText.class);
        return sealed == null ? null : sealed.text().orElse(null);
    }

    private static Stream<Document> parts(Document row, String field) {
        return row.get(field, new Document()).values().stream().map(Document.class::cast);
    }

    private static @Nullable Document appraisal(Document row) {
        var appraisal = part(row, "appraisal");
        return appraisal == null
                ? null
                : new Document(appraisal).append("minutes", Shown.WHOLE.in(appraisal, "minutes"));
    }

    /// A part with those of its words opened that are there.
    private static @Nullable Document opened(Document row, String field, String... words) {
        var part = part(row, field);
        if (part == null) {
            return null;
        }
        var shown = new Document(part);
        for (var word : words) {
            if (part.containsKey(word)) {
                shown.append(word, Shown.WHOLE.in(part, word));
            }
        }
        return shown;
    }

    private static @Nullable Document part(Document row, String field) {
        return row.get(field, Document.class);
    }

    private static @Nullable LocalDate day(Document row, String field) {
        var text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
