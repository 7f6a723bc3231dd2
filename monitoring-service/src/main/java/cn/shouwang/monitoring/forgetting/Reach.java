package cn.shouwang.monitoring.forgetting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import cn.shouwang.monitoring.clue.ClueState;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.quality.QualityEvent.IssueExplained;
import cn.shouwang.monitoring.report.ReportState;
import cn.shouwang.platform.erasure.Ground;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.Scope;
import cn.shouwang.platform.web.NotFound;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Finds everything that is sealed about a person, wherever in the caller's division it was told.
///
/// A member, the same person as member of another household, as applicant or delegate of a report, as
/// subject of a clue and as helper of a household; the words of the household's cases and explanations,
/// of the visits made to it, and what proposals to it and its slips rest on, since they may tell of
/// anyone; and what is sealed of a household in which nobody is left. Opens every row it compares, in
/// memory: this is asked a few times a year, and an index made for it would be one more thing to forget.
@Component
class Reach {

    private static final Set<String> RUNNING = Set.of("IN_CASE", "MONITORED");

    /// The village the person was found in, and the subjects whose keys hold what is known.
    record Found(String division, Set<String> subjects) {}

    private final Listing files;
    private final Listing rosters;
    private final Listing reports;
    private final Listing clues;
    private final Listing matches;
    private final Listing slips;
    private final Listing issues;
    private final Gate gate;

    Reach(Views views, Gate gate) {
        this.files = views.listing("household_file");
        this.rosters = views.listing("roster");
        this.reports = views.listing("reports");
        this.clues = views.listing("clues");
        this.matches = views.listing("matches");
        this.slips = views.listing("slips");
        this.issues = views.listing("quality_issues");
        this.gate = gate;
    }

    /// All about one member of a household.
    ///
    /// Refuses with `erasure.still-needed` while a household of that person is in a case or monitored, or
    /// a report or clue about them is open or they help a household, unless it is kept against the law.
    Found of(HouseholdId household, MemberId member, Ground ground) {
        var scope = gate.scope();
        var file = files.one(scope, household.toString()).orElseThrow(NotFound::new);
        var row = Optional.ofNullable(members(file).get(member.toString(), Document.class))
                .orElseThrow(NotFound::new);
        var known = Known.of(row).withPhone(Known.text(file, "phone"));
        var search = new Search(known, scope, ground == Ground.UNLAWFUL);
        search.member(file, member.toString());
        search.everywhere();
        return new Found(file.getString("division"), search.subjects);
    }

    private static Document members(Document file) {
        return file.get("members", new Document());
    }

    /// One search, gathering subjects.
    private final class Search {

        private final Known known;
        private final Scope scope;
        private final boolean atOnce;
        private final Set<String> subjects = new TreeSet<>();

        Search(Known known, Scope scope, boolean atOnce) {
            this.known = known;
            this.scope = scope;
            this.atOnce = atOnce;
        }

        void everywhere() {
            files.each(scope, empty(), this::household);
            reports.each(scope, empty(), this::report);
            clues.each(scope, empty(), this::clue);
        }

        private void household(Document file) {
            members(file).forEach((id, member) -> {
                if (Known.of((Document) member)
                        .withPhone(Known.text(file, "phone"))
                        .is(known)) {
                    member(file, id);
                }
            });
            file.get("helpers", new Document()).values().forEach(helper -> helper((Document) helper));
        }

        private void helper(Document helper) {
            if (Known.of(helper).is(known)) {
                mustBeOver(helper.getString("until") == null);
                subjects.add(helper.getString("account") + ":helper");
            }
        }

        void member(Document file, String member) {
            var household = file.getString("_id");
            mustBeOver(rosters.one(scope, household)
                    .map(row -> RUNNING.contains(String.valueOf(row.getString("state"))))
                    .orElse(false));
            subjects.add(member);
            file.get("cycles", new Document()).keySet().forEach(cycle -> subjects.add(household + ":" + cycle));
            subjects.addAll(file.get("visits", new Document()).keySet());
            matches.each(scope, eq("household", household), row -> subjects.add(row.getString("_id")));
            slips.each(scope, eq("household", household), this::papers);
            issues.each(
                    scope,
                    and(eq("household", household), exists("reason")),
                    issue -> subjects.add(IssueExplained.subject(household, issue.getInteger("issue"))));
            var othersLeft = members(file).entrySet().stream()
                    .anyMatch(entry ->
                            !entry.getKey().equals(member) && ((Document) entry.getValue()).getString("gone") == null);
            if (!othersLeft) {
                subjects.add(household);
            }
        }

        private void papers(Document slip) {
            slip.get("quantities", new Document())
                    .keySet()
                    .forEach(quantity -> subjects.add(slip.getString("_id") + ":" + quantity));
        }

        private void report(Document row) {
            var open = Set.of(ReportState.SUBMITTED.name(), ReportState.ACCEPTED.name())
                    .contains(row.getString("state"));
            if (Known.of(row).is(known)) {
                mustBeOver(open);
                subjects.add(row.getString("_id"));
            }
            var delegate = row.get("delegate", Document.class);
            if (delegate != null && Known.of(delegate).is(known)) {
                mustBeOver(open);
                subjects.add(row.getString("_id") + ":delegate");
            }
        }

        private void clue(Document row) {
            if (Known.of(row).is(known)) {
                mustBeOver(ClueState.OPEN.name().equals(row.getString("state")));
                subjects.add(row.getString("_id"));
            }
        }

        private void mustBeOver(boolean running) {
            if (running && !atOnce) {
                throw new RuleBroken(
                        "erasure.still-needed", "a case, report, clue or task of this person is not closed");
            }
        }
    }
}
