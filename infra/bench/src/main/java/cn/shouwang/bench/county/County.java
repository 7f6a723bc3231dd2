package cn.shouwang.bench.county;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Which families there are: the same ones for the same seed and villages.
public final class County {

    private static final List<Fate> FATES = Fate.cycle();

    private final long seed;
    private final List<Village> villages;

    public County(long seed, List<Village> villages) {
        var shuffled = new ArrayList<>(villages);
        Collections.shuffle(shuffled, new Random(seed)); // its numbers are laid down in its contract
        this.seed = seed;
        this.villages = List.copyOf(shuffled);
    }

    /// Family `number`; neighbours in number live in different villages and have different fates.
    public Family family(int number) {
        return new Family(seed, number, FATES.get(number % FATES.size()), villages.get(number % villages.size()));
    }

    /// The first families.
    public List<Family> families(int count) {
        return IntStream.range(0, count).mapToObj(this::family).toList();
    }
}
