package cn.shouwang.stories;

import cn.shouwang.bench.county.People;
import cn.shouwang.bench.county.Person;
import java.util.SplittableRandom;

/// Made-up persons, the same in every run.
final class Persons {

    private final People people;

    Persons(long seed) {
        people = new People(new SplittableRandom(seed));
    }

    Person woman(int born) {
        return people.bornIn(born, people.surname(), false);
    }

    Person man(int born) {
        return people.bornIn(born, people.surname(), true);
    }
}
