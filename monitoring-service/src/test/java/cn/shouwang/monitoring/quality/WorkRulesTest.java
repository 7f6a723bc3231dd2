package cn.shouwang.monitoring.quality;

import static cn.shouwang.monitoring.quality.Someone.head;
import static cn.shouwang.monitoring.quality.Someone.son;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.profile.PublicPost;
import cn.shouwang.monitoring.profile.PublicPost.Payer;
import cn.shouwang.monitoring.profile.SchoolStatus;
import cn.shouwang.monitoring.profile.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkRulesTest {

    private static final Work FULL =
            work(true, "440305", 6, "试验厂", Work.Sector.MANUFACTURING, Work.Channel.FRIENDS, 300_000L, false);

    @Test
    void Q07_who_is_healthy_of_working_age_and_not_at_school_can_work() {
        assertThat(unable(30).found(RuleId.Q07)).containsExactly("3:labour");
        assertThat(Facts.of(head(), son().aged(16).able(LabourAbility.WEAK_OR_HALF))
                        .found(RuleId.Q07))
                .containsExactly("3:labour");
        assertThat(unable(15).found(RuleId.Q07)).isEmpty();
        assertThat(unable(60).found(RuleId.Q07)).isEmpty();
        assertThat(Facts.of(head(), son().aged(30)).found(RuleId.Q07)).isEmpty();
    }

    @Test
    void Q07_says_nothing_of_the_ill_and_of_students() {
        assertThat(Facts.of(head(), son().aged(30).able(LabourAbility.NONE).with(Health.CHRONIC))
                        .found(RuleId.Q07))
                .isEmpty();
        assertThat(Facts.of(head(), son().aged(20).able(LabourAbility.NONE).atSchool(SchoolStatus.BACHELOR_1))
                        .found(RuleId.Q07))
                .isEmpty();
    }

    @Test
    void Q08_who_works_away_can_work() {
        assertThat(Facts.of(head(), son().able(LabourAbility.LOST).working(FULL))
                        .found(RuleId.Q08))
                .containsExactly("3:labour");
        assertThat(Facts.of(head(), son().able(LabourAbility.SKILLED).working(FULL))
                        .found(RuleId.Q08))
                .isEmpty();
    }

    @Test
    void Q09_a_place_of_work_and_months_belong_together() {
        assertThat(working(work(false, "440305", null, null, null, null, null, null))
                        .found(RuleId.Q09))
                .containsExactly("3:months");
        assertThat(working(work(false, null, 6, null, null, null, null, null)).found(RuleId.Q09))
                .containsExactly("3:place");
        assertThat(working(FULL).found(RuleId.Q09)).isEmpty();
        assertThat(working(work(false, null, 0, null, null, null, null, null)).found(RuleId.Q09))
                .isEmpty();
    }

    @Test
    void Q10_of_current_work_everything_is_told() {
        assertThat(working(work(true, "440305", 6, " ", null, null, 0L, null)).found(RuleId.Q10))
                .containsExactly("3:channel", "3:employer", "3:point-to-point", "3:sector", "3:wage");
        assertThat(working(FULL).found(RuleId.Q10)).isEmpty();
        assertThat(working(work(false, "440305", 6, null, null, null, null, null))
                        .found(RuleId.Q10))
                .isEmpty();
    }

    @Test
    void Q22_a_public_post_and_months_belong_together() {
        assertThat(posted(Payer.VILLAGE, null).found(RuleId.Q22)).containsExactly("3:months");
        assertThat(posted(null, 3).found(RuleId.Q22)).containsExactly("3:post");
        assertThat(posted(Payer.VILLAGE, 3).found(RuleId.Q22)).isEmpty();
    }

    private static Facts unable(int years) {
        return Facts.of(head(), son().aged(years).able(LabourAbility.NONE));
    }

    private static Facts working(Work work) {
        return Facts.of(head(), son().working(work));
    }

    private static Facts posted(@Nullable Payer payer, @Nullable Integer months) {
        return Facts.of(head(), son().posted(new PublicPost(payer, months)));
    }

    private static Work work(
            boolean current,
            @Nullable String county,
            @Nullable Integer months,
            @Nullable String employer,
            Work.@Nullable Sector sector,
            Work.@Nullable Channel channel,
            @Nullable Long wageFen,
            @Nullable Boolean pointToPoint) {
        var place = county == null ? null : new Work.Place(county, null, false);
        return new Work(current, place, months, employer, sector, channel, wageFen, pointToPoint);
    }
}
