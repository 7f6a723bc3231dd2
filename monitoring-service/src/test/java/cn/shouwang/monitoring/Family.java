package cn.shouwang.monitoring;

import static cn.shouwang.monitoring.Town.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One household of a story on its way into monitoring, through it and out of it. Each step is taken by the
/// office whose it is, and accepted; a step that is to be refused is posted by the story itself.
final class Family {

    /// What a household is found to be, with the income per head in yuan.
    record Found(
            String category,
            List<String> risks,
            int yuan,
            @Nullable String ground) {

        static Found of(String category, int yuan, String... risks) {
            return new Found(category, List.of(risks), yuan, null);
        }
    }

    /// What is seen before a removal. `now` lets a household go in which the risk of illness is gone.
    record Seen(int yuan, boolean waterProblem, int stableMonths, boolean solved, List<String> gone, boolean newRisk) {

        static Seen now() {
            return new Seen(21_610, false, 6, true, List.of("ILLNESS"), false);
        }

        Seen yuan(int other) {
            return new Seen(other, waterProblem, stableMonths, solved, gone, newRisk);
        }

        Seen waterProblem(boolean other) {
            return new Seen(yuan, other, stableMonths, solved, gone, newRisk);
        }

        Seen stableMonths(int other) {
            return new Seen(yuan, waterProblem, other, solved, gone, newRisk);
        }

        Seen solved(boolean other) {
            return new Seen(yuan, waterProblem, stableMonths, other, gone, newRisk);
        }

        Seen nothingGone() {
            return new Seen(yuan, waterProblem, stableMonths, solved, List.of(), newRisk);
        }

        Seen newRisk(boolean other) {
            return new Seen(yuan, waterProblem, stableMonths, solved, gone, other);
        }
    }

    private final Town town;
    private final Calls calls;
    private final String committee;
    final String village;
    final String household;
    final List<String> members;

    Family(Town town, String village, String household, List<String> members) {
        this.town = town;
        this.calls = town.calls;
        this.committee = town.committee(village);
        this.village = village;
        this.household = household;
        this.members = new ArrayList<>(members);
    }

    String path(String step) {
        return "/households/" + household + step;
    }

    Family isOpened(@Nullable String clue, LocalDate on) {
        return step("/identification", committee, """
                {"clue": %s, "visitBy": "%s", "on": "%s"}""".formatted(
                        clue == null ? null : "\"" + clue + "\"", on.plusDays(3), on));
    }

    Family isVisited(LocalDate on, int yuan) {
        return step("/identification/visit", committee, visit(on, yuan, false));
    }

    Family isAuthorized(LocalDate on) {
        return step("/identification/authorization", committee, """
                {"signer": "%s", "how": "FINGERPRINT", "filledByHelper": true, "on": "%s"}""".formatted(members.getFirst(), on));
    }

    Family isProposed(LocalDate on, Found found) {
        return step("/identification/appraisal", committee, """
                {%s, "conclusion": "PROPOSE", "category": "%s", "risks": %s, "on": "%s"}""".formatted(
                        votes(), found.category(), quoted(found.risks()), on));
    }

    Family isNotProposed(LocalDate on) {
        return step("/identification/appraisal", committee, """
                {%s, "conclusion": "DO_NOT_PROPOSE", "on": "%s"}""".formatted(votes(), on));
    }

    Family isHungOut(LocalDate on) {
        return step("/identification/publicity", committee, """
                {"place": "村务公开栏", "notice": "拟纳入监测一户，公示五天。", "on": "%s"}""".formatted(on));
    }

    Family isObjectedTo(LocalDate on) {
        return step("/identification/objections", town.secretary(village), """
                {"by": "VILLAGER", "text": "漏算了务工收入", "on": "%s"}""".formatted(on));
    }

    Family hasItsObjectionUpheld(LocalDate on) {
        return step("/identification/objections/1/resolution", committee, """
                {"outcome": "UPHELD", "explanation": "确有遗漏，重新核实", "on": "%s"}""".formatted(on));
    }

    Family isTakenDown(LocalDate on) {
        return step("/identification/publicity-end", committee, on(on));
    }

    Family isReviewed(LocalDate on) {
        return step("/identification/town-review", town.office, """
                {"opinion": "同意", "on": "%s"}""".formatted(on));
    }

    Family isDetermined(LocalDate on, Found found) {
        var ground = found.ground() == null ? "" : "\"ground\": \"" + found.ground() + "\", ";
        return step("/identification/determination", town.county, """
                {"decisionNo": "%s", "category": "%s", "risks": %s, %s"on": "%s"}""".formatted(
                        decisionNo(on), found.category(), quoted(found.risks()), ground, on));
    }

    Family isAnnounced(LocalDate on) {
        return step("/identification/announcement", town.office, """
                {"place": "村务公开栏", "on": "%s"}""".formatted(on));
    }

    Family isRejected(String reason, LocalDate on) {
        return step("/identification/rejection", town.office, """
                {"reason": "%s", "explanation": "经核实不符合", "on": "%s"}""".formatted(reason, on));
    }

    /// From the opening of the case to the notice that hangs, four days.
    Family goesOnTheBoard(@Nullable String clue, LocalDate on, Found found) {
        return isOpened(clue, on)
                .isVisited(on.plusDays(1), found.yuan())
                .isAuthorized(on.plusDays(1))
                .isProposed(on.plusDays(3), found)
                .isHungOut(on.plusDays(3));
    }

    /// From the notice that hung since `on` to the announcement, ten days.
    Family comesOffTheBoard(LocalDate on, Found found) {
        return isTakenDown(on.plusDays(5))
                .isReviewed(on.plusDays(6))
                .isDetermined(on.plusDays(8), found)
                .isAnnounced(on.plusDays(10));
    }

    /// The whole way; monitored eleven days after `on`.
    Family becomesMonitored(@Nullable String clue, LocalDate on, Found found) {
        return goesOnTheBoard(clue, on, found).comesOffTheBoard(on.plusDays(3), found);
    }

    Calls.Answer plans(String measure, String family, String risk, @Nullable String ground, LocalDate on) {
        var why = ground == null ? "" : "\"ground\": \"" + ground + "\", ";
        return calls.post(path("/measures"), committee, """
                {"measure": "%s", "members": [], "family": "%s", "subItem": "大病救治", "risk": "%s", %s
                 "provider": "县卫健局", "start": "%s", "amountYuan": 500, "unit": "元", "fundingSource": "衔接资金",
                 "on": "%s"}""".formatted(measure, family, risk, why, on, on));
    }

    /// A measure of the health departments against illness, planned and approved; its number.
    String isPromisedTreatment(LocalDate on) {
        var measure = UUID.randomUUID().toString();
        plans(measure, "HEALTH", "ILLNESS", null, on).accepted();
        calls.post(path("/measures/" + measure + "/approval"), town.office, on(on))
                .accepted();
        return measure;
    }

    Family isTreated(String measure, LocalDate on) {
        return step("/measures/" + measure + "/deliveries", committee, """
                {"amountYuan": 500, "evidence": "银行回单", "on": "%s"}""".formatted(on));
    }

    Family isProposedForRemoval(String mode, LocalDate on) {
        var reason = mode.equals("NATURAL") ? "\"reason\": \"子女外出就业\", " : "";
        return step("/removal", committee, """
                {"mode": "%s", %s"on": "%s"}""".formatted(mode, reason, on));
    }

    Family isSeen(Seen seen, LocalDate on) {
        return step("/removal/visit", committee, """
                {"visit": %s, "stableMonths": %d, "expenseSolved": %s, "risksGone": %s, "newRisk": %s}""".formatted(
                        visit(on, seen.yuan(), seen.waterProblem()),
                        seen.stableMonths(),
                        seen.solved(),
                        quoted(seen.gone()),
                        seen.newRisk()));
    }

    /// From the appraisal to the announcement, nine days; the risk is removed on the eighth.
    Family isLetGo(LocalDate on) {
        return step("/removal/appraisal", committee, """
                {%s, "on": "%s"}""".formatted(votes(), on))
                .step("/removal/notice", committee, """
                {"place": "村务公开栏", "text": "拟消除风险一户，公示五天。", "on": "%s"}""".formatted(on.plusDays(1)))
                .step("/removal/notice-end", committee, on(on.plusDays(6)))
                .step("/removal/town-review", town.office, """
                {"passed": true, "opinion": "同意消除", "on": "%s"}""".formatted(on.plusDays(7)))
                .step("/removal/determination", town.county, """
                {"decisionNo": "%s", "on": "%s"}""".formatted(decisionNo(on), on.plusDays(8)))
                .step("/removal/announcement", town.office, """
                {"place": "村务公开栏", "on": "%s"}""".formatted(on.plusDays(9)));
    }

    Family isReverted(LocalDate on) {
        return step("/removal/reversion", town.county, """
                {"reason": "务工中断", "on": "%s"}""".formatted(on));
    }

    Family isJoinedBy(Town.Person person, String reason, LocalDate on) {
        var member = UUID.randomUUID().toString();
        members.add(member);
        return step("/members", committee, """
                {"member": "%s", "person": %s, "reason": "%s", "on": "%s"}""".formatted(member, Town.json(person), reason, on));
    }

    /// Whoever was entered as the `number`-th, from 0, is no member any more.
    Family isLeftBy(int number, String reason, LocalDate on) {
        var member = members.remove(number);
        return step("/members/" + member + "/decrease", committee, """
                {"reason": "%s", "on": "%s"}""".formatted(reason, on));
    }

    JsonNode file() {
        return calls.get(path("/file"), town.office);
    }

    JsonNode lastCase() {
        return last(file(), "cycles").orElseThrow();
    }

    JsonNode lastExit() {
        return last(file(), "exits").orElseThrow();
    }

    /// The names of the household's events, in their order; what the review of data says comes in between
    /// whenever its reader gets there, and is left out.
    List<String> timeline() {
        return calls.items(path("/timeline?size=200"), town.office).stream()
                .map(event -> event.get("name").asString())
                .filter(name -> !name.startsWith("quality."))
                .toList();
    }

    private static Optional<JsonNode> last(JsonNode file, String parts) {
        return file.get(parts).valueStream().reduce((_, later) -> later);
    }

    private Family step(String step, String token, String body) {
        calls.post(path(step), token, body).accepted();
        return this;
    }

    private String visit(LocalDate on, int yuan, boolean waterProblem) {
        var from = on.withDayOfMonth(1).minusMonths(12);
        return """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": %s,
                                "memberUninsured": false},
                 "income": {"from": "%s", "to": "%s", "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": %d, "source": "SELF_DECLARED"}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "%s"}""".formatted(
                waterProblem, from, from.plusMonths(12).minusDays(1), yuan * members.size(), members.getFirst(), on);
    }

    /// Different for every household and day, so that a table shows whose it is.
    String decisionNo(LocalDate on) {
        return "试审〔" + household.substring(0, 8) + "〕" + on.getDayOfYear() + "号";
    }

    private static String votes() {
        return "\"attendance\": 30, \"inFavour\": 28, \"against\": 1, \"abstained\": 1, \"minutes\": \"评议01\"";
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", ", "[", "]"));
    }
}
