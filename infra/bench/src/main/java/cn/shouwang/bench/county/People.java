package cn.shouwang.bench.county;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Makes persons, the same ones from the same random numbers.
public final class People {

    private static final String NO_PLACE = "999999";

    /// GB 11643-1999, 4.3.
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final String CHECK = "10X98765432";

    private static final List<String> SURNAMES =
            List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "许", "何");

    /// 示 例 样 演: "shown", "example", "sample", "played". Everybody sees that nobody is called so.
    private static final List<String> FIRST = List.of("示", "例", "样", "演");

    private static final List<String> SECOND =
            List.of("禾", "谷", "田", "溪", "竹", "松", "茶", "稻", "桑", "柚", "菊", "兰", "石", "泉", "云", "秋");

    private final SplittableRandom random;

    public People(SplittableRandom random) {
        this.random = random;
    }

    /// Someone born in `year`, of the surname `surname`.
    public Person bornIn(int year, String surname, boolean male) {
        var born = LocalDate.ofYearDay(year, random.nextInt(1, 366));
        return new Person(surname + any(FIRST) + any(SECOND), idNumber(born, male), phone(), born);
    }

    public String surname() {
        return any(SURNAMES);
    }

    private String idNumber(LocalDate born, boolean male) {
        var serial = random.nextInt(1, 500) * 2 - (male ? 1 : 0);
        return idNumber(born, serial);
    }

    /// The number with that birth date and three-digit serial, odd for men.
    public static String idNumber(LocalDate born, int serial) {
        var first =
                NO_PLACE + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format(Locale.ROOT, "%03d", serial);
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first.charAt(i) - '0');
        }
        return first + CHECK.charAt(sum % 11);
    }

    private String phone() {
        return String.format(Locale.ROOT, "160%08d", random.nextInt(100_000_000));
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
