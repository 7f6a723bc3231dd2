package cn.shouwang.bench.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleTest {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};

    @Test
    void nobody_can_be_anybody() {
        var people = new People(new SplittableRandom(3));
        assertThat(IntStream.range(0, 500).mapToObj(_ -> people.bornIn(1980, people.surname(), true)))
                .allSatisfy(person -> {
                    assertThat(person.idNumber()).startsWith("999999");
                    assertThat(person.phone()).matches("160\\d{8}");
                    assertThat(person.name()).matches("\\p{IsHan}[示例样演]\\p{IsHan}");
                });
    }

    /// GB 11643-1999: the weighted sum with the check character is 1 modulo 11.
    @Test
    void an_id_number_is_right_in_itself() {
        var people = new People(new SplittableRandom(4));
        assertThat(IntStream.range(0, 500).mapToObj(i -> people.bornIn(1940 + i % 80, "赵", i % 2 == 0)))
                .allSatisfy(person -> {
                    var sum = 0;
                    for (var i = 0; i < 18; i++) {
                        var digit = person.idNumber().charAt(i);
                        sum += WEIGHTS[i] * (digit == 'X' ? 10 : digit - '0');
                    }
                    assertThat(sum % 11).isOne();
                    assertThat(person.idNumber().substring(6, 14))
                            .isEqualTo(person.born().toString().replace("-", ""));
                });
    }

    @Test
    void men_have_odd_serials() {
        var people = new People(new SplittableRandom(5));
        assertThat(people.bornIn(1990, "李", true).male()).isTrue();
        assertThat(people.bornIn(1990, "李", false).male()).isFalse();
    }

    @Test
    void the_same_number_makes_the_same_person() {
        assertThat(new People(new SplittableRandom(6)).bornIn(1990, "李", true))
                .isEqualTo(new People(new SplittableRandom(6)).bornIn(1990, "李", true));
        assertThat(People.idNumber(LocalDate.of(1990, 1, 2), 1))
                .isNotEqualTo(People.idNumber(LocalDate.of(1990, 1, 2), 3));
    }
}
