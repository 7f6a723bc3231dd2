package cn.shouwang.bench.enrolment;

import cn.shouwang.bench.IdNumbers;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// A county's register as the national system exports it, of people who are none: one row per member, the
/// columns of the household repeated. The same for the same size.
///
/// Of a hundred rows one is dirty, in turn: an id of 15 digits, digits of full width, a wrong check character,
/// a formula for a name, a birth date that is none, a row that slipped to the side. The first two are taken;
/// each of the others costs its household.
final class RollFile {

    /// What should come of it.
    record Expected(int rows, int households, int persons, int refused) {}

    private enum Dirt {
        NONE(false),
        FIFTEEN_DIGITS(false),
        FULL_WIDTH(false),
        CHECK_CHARACTER(true),
        FORMULA(true),
        BIRTH_DATE(true),
        SLIPPED(true);

        private final boolean costsHousehold;

        Dirt(boolean costsHousehold) {
            this.costsHousehold = costsHousehold;
        }
    }

    private static final String TITLES =
            "户编号,行政村代码,自然村,户类型,联系电话,人编号,姓名,性别,证件类型,证件号码,出生日期,与户主关系,劳动技能,健康状况,在校生状况,民族,政治面貌\n";
    private static final int[] SIZES = {4, 3, 4, 3, 4, 3, 4}; // 3.6 persons a household
    private static final List<String> RELATIONS = List.of("户主", "之兄弟姐妹", "之兄弟姐妹", "其他");
    private static final List<String> FAMILIES = List.of("测", "试", "样", "例");
    private static final List<String> GIVEN = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");
    private static final List<String> HEALTH = List.of("健康", "健康", "健康", "长期慢性病", "残疾、长期慢性病");
    private static final int EVERY = 100;
    private static final int DIRTY = 51; // the second of its household, so that whose it is can be told

    private final List<String> villages;
    private final int persons;
    private final SplittableRandom random = new SplittableRandom(440_233);

    RollFile(List<String> villages, int persons) {
        this.villages = List.copyOf(villages);
        this.persons = persons;
    }

    Expected write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            return write(out);
        }
    }

    Expected write(Writer out) throws IOException {
        out.write(TITLES);
        var row = 0;
        var households = 0;
        var taken = 0;
        var refused = 0;
        for (var household = 0; row < persons; household++) {
            var size = Math.min(SIZES[household % SIZES.length], persons - row);
            var costs = false;
            for (var member = 0; member < size; member++) {
                var dirt = dirt(row);
                costs |= dirt.costsHousehold;
                out.write(line(household, member, row, dirt));
                row++;
            }
            households += costs ? 0 : 1;
            taken += costs ? 0 : size;
            refused += costs ? 1 : 0;
        }
        return new Expected(row, households, taken, refused);
    }

    private static Dirt dirt(int row) {
        return row % EVERY == DIRTY ? Dirt.values()[1 + row / EVERY % (Dirt.values().length - 1)] : Dirt.NONE;
    }

    private String line(int household, int member, int person, Dirt dirt) {
        var id = IdNumbers.of(person);
        var line = String.join(
                ",",
                "H" + (10_000_000 + household),
                villages.get(household % villages.size()),
                "第" + (household % 9 + 1) + "组",
                household % 40 == 0 ? "脱贫户" : "一般农户",
                "138%08d".formatted(household),
                "P" + (100_000_000 + person),
                dirt == Dirt.FORMULA ? "=HYPERLINK(1)" : name(),
                (id.charAt(16) - '0') % 2 == 1 ? "男" : "女",
                "居民身份证",
                written(id, dirt),
                dirt == Dirt.BIRTH_DATE ? "二月三十日" : IdNumbers.born(person).toString(),
                RELATIONS.get(member),
                person % 3 == 0 ? "无劳动力" : "普通劳动力",
                HEALTH.get(random.nextInt(HEALTH.size())),
                "",
                "汉族",
                "群众");
        return (dirt == Dirt.SLIPPED ? "," + line : line) + "\n";
    }

    private String name() {
        return FAMILIES.get(random.nextInt(FAMILIES.size()))
                + GIVEN.get(random.nextInt(GIVEN.size()))
                + GIVEN.get(random.nextInt(GIVEN.size()));
    }

    private static String written(String id, Dirt dirt) {
        return switch (dirt) {
            case FIFTEEN_DIGITS -> id.startsWith("19", 6) ? id.substring(0, 6) + id.substring(8, 17) : id;
            case FULL_WIDTH -> {
                var wide = new StringBuilder();
                id.chars().forEach(letter -> wide.append((char) (letter + 0xFEE0)));
                yield wide.toString();
            }
            case CHECK_CHARACTER -> IdNumbers.wrong(id);
            default -> id;
        };
    }
}
