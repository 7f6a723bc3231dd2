package cn.shouwang.bench.drill.intruder;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A kind of attack and the maker of its attacks; the same ones from the same seed and the same world.
enum Family {
    TOKENS("令牌 tokens", 460, TamperedTokens::attacks),
    IDS("编号 ids", 700, GuessedIds::attacks),
    FORMS("表单 forms", 560, FalseForms::attacks),
    PATHS("路径 paths", 560, CrookedPaths::attacks),
    SIZES("尺寸 sizes", 160, Oversizes::attacks),
    OPERATORS("算子 operators", 480, Operators::attacks),
    SMUGGLING("走私 smuggling", 220, Smuggling::attacks),
    KEYS("幂等键 keys", 200, KeyGames::attacks),
    PUBLIC("公开 public", 320, OpenDoors::attacks),
    FLOOD("洪水 flood", 400, OpenDoors::flood);

    /// Makes one attack after another, without end.
    interface Maker {
        Stream<Attack> attacks(World world, SplittableRandom random);
    }

    private final String words;
    private final int count;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method
    private final Maker maker;

    Family(String words, int count, Maker maker) {
        this.words = words;
        this.count = count;
        this.maker = maker;
    }

    /// One of each kind after the other, and again.
    static Stream<Attack> inTurn(List<Supplier<Attack>> kinds) {
        return IntStream.iterate(0, turn -> turn + 1)
                .mapToObj(turn -> kinds.get(turn % kinds.size()).get());
    }

    String words() {
        return words;
    }

    int count() {
        return count;
    }

    /// All of this family; what another family makes plays no part in it.
    List<Attack> attacks(World world, long seed) {
        var random = new SplittableRandom(seed * 31 + name().hashCode());
        var made = maker.attacks(world, random).limit(count).toList();
        return IntStream.range(0, made.size())
                .mapToObj(number -> made.get(number).numbered(number))
                .toList();
    }
}
