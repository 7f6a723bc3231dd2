package cn.shouwang.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.security.Actor.Channel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActorTest {

    private static final Actor TOWN = new Actor("town", Role.TOWN_OFFICE, "440233101", Channel.WEB);

    @Test
    void an_actor_reaches_all_that_lies_in_the_division_and_nothing_beside_or_above_it() {
        assertThat(TOWN.reaches("440233101")).isTrue();
        assertThat(TOWN.reaches("440233101203")).isTrue();
        assertThat(TOWN.reaches("440233102203")).isFalse();
        assertThat(TOWN.reaches("440233")).isFalse();
        assertThat(TOWN.reaches("")).isFalse();
    }

    @Test
    void nobody_reaches_what_has_no_place() {
        assertThatThrownBy(() -> Actor.SYSTEM.mustReach(null)).isInstanceOf(OutOfDivision.class);
    }

    @Test
    void an_actor_without_a_division_reaches_nothing() {
        var nowhere = new Actor("lost", Role.TOWN_OFFICE, "", Channel.WEB);
        assertThat(nowhere.reaches("440233101")).isFalse();
        assertThat(nowhere.reaches("")).isFalse();
    }

    @Test
    void an_actor_survives_the_metadata_and_metadata_without_one_is_refused() {
        assertThat(Actor.ofMeta(TOWN.toMeta())).isEqualTo(TOWN);
        assertThatThrownBy(() -> Actor.ofMeta(Map.of(Meta.ACTOR, "town"))).isInstanceOf(NotAllowed.class);
    }
}
