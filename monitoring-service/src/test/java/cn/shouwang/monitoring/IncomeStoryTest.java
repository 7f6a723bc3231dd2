package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Log;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// One household's income from the sheet to the question what another line would do.
@DisplayNameGeneration(ReplaceUnderscores.class)
class IncomeStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final String HEAD = "00000000-0000-4000-8000-0000000000a1";

    private static final Calls CALLS = Calls.start();

    private final String village = CALLS.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String sister = CALLS.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private final String town = CALLS.token("zhen01", Role.TOWN_OFFICE, "440233101");
    private final String otherTown = CALLS.token("zhen02", Role.TOWN_OFFICE, "440233102");

    @AfterAll
    static void stop() {
        CALLS.close();
    }

    @Test
    void an_income_is_assessed_explained_and_held_against_another_line() {
        var household = visited();
        var visit = "/households/" + household + "/identification/visit";
        CALLS.post(visit, village, sheet("lottery")).refused("income.unknown-item");
        CALLS.post(visit, village, sheet("medical-relief")).accepted();

        var entry = CALLS.get("/households/" + household + "/income", village).at("/incomes/0");
        var income = entry.get("income");
        assertThat(income.at("/items/0/standing").asString()).isEqualTo("COUNTED");
        assertThat(income.at("/items/1/standing").asString()).isEqualTo("NEVER_COUNTED");
        assertThat(income.at("/items/1/proof/evidence/0").asString()).isEqualTo("2025-07");
        assertThat(income.get("perHeadFen").asLong()).isEqualTo(1_161_000);
        assertThat(income.at("/reference/fen").asLong()).isEqualTo(1_161_000 + 100_000 - 350_000);
        assertThat(income.at("/rule/items").asString()).isEqualTo("2021-01-01");
        assertThat(entry.get("differences").isEmpty()).isTrue();
        assertThat(CALLS.ask("/households/" + household + "/income", sister).status())
                .isEqualTo(404);

        var before = CALLS.bean(Log.class).head();
        assertThat(movement("amountYuan=11609.99&on=2025-11-02")).isEqualTo("LEAVES");
        assertThat(movement("amountYuan=11610&on=2025-11-02")).isEqualTo("STAYS");
        assertThat(CALLS.get("/lines/what-if?on=2025-11-01", town)
                        .at("/households/total")
                        .asInt())
                .isZero();
        var towns = CALLS.get("/lines/what-if?amountYuan=6000&division=440233101", town)
                .get("towns");
        assertThat(towns.get(0).get("leave").asInt()).isEqualTo(1);
        assertThat(towns.get(0).get("monitoredWhoLeave").asInt()).isZero();
        assertThat(CALLS.get("/lines/what-if?amountYuan=6000", otherTown)
                        .at("/households/total")
                        .asInt())
                .isZero();
        assertThat(CALLS.bean(Log.class).head()).isEqualTo(before);
    }

    @Test
    void the_form_finds_its_items_by_place_and_day() {
        assertThat(standing("2022-12-31")).isEqualTo("NOT_YET_COUNTED");
        assertThat(standing("2023-01-01")).isEqualTo("COUNTED");
    }

    private String standing(String day) {
        for (var item :
                CALLS.get("/income-items?division=440233&on=" + day, village).get("items")) {
            if (item.get("code").asString().equals("education-aid")) {
                return item.get("standing").asString();
            }
        }
        throw new AssertionError("no such item");
    }

    private String movement(String question) {
        return CALLS.get("/lines/what-if?" + question, town)
                .at("/households/items/0/movement")
                .asString();
    }

    private String visited() {
        var household = CALLS.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "林守一", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["CHRONIC"], "student": false}}], "on": "2025-11-01"}""".formatted(
                        VILLAGE,
                        HEAD,
                        Persons.of(Persons.MAN, Relation.HEAD).document().value()))
                .id();
        CALLS.post("/households/" + household + "/identification", village, """
                {"visitBy": "2025-11-04", "on": "2025-11-01"}""").accepted();
        return household;
    }

    private static String sheet(String code) {
        return """
                {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                              {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": true,
                                "memberUninsured": false},
                 "income": {"from": "2024-11-01", "to": "2025-10-31", "claimYuan": 1000, "items": [
                   {"block": "WAGE", "code": "local-work", "amountYuan": 11610.00, "source": "SELF_DECLARED"},
                   {"block": "TRANSFER_IN", "code": "%s", "amountYuan": 800, "source": "PAPER",
                    "proof": {"from": "2025-07-01", "to": "2025-07-31", "evidence": ["2025-07"]}}]},
                 "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}], "on": "2025-11-02"}""".formatted(code, HEAD);
    }
}
