package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.county.People;
import cn.shouwang.bench.county.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Makes persons whose data occurs nowhere else, and remembers what gives them away.
///
/// Id numbers begin with 999999, which is no place; phones with 1990000; every name, every last four
/// digits and every word is used once, so the masked forms are theirs alone, too.
final class Marked {

    private static final List<String> SURNAMES = List.of(
            "亓官", "澹台", "濮阳", "太叔", "公冶", "宗政", "轩辕", "令狐", "钟离", "宇文", "长孙", "慕容", "司徒", "司空", "闾丘", "鲜于", "东郭", "南门",
            "呼延", "羊舌", "微生", "梁丘", "左丘", "端木", "百里", "漆雕", "乐正", "壤驷", "公良", "拓跋");

    /// Characters that nobody is called by, two of them outside the basic plane.
    private static final String GIVEN = "龘燚犇鱻羴猋骉麤靐飝馫厵灥蠱垚焱淼鑫森晶磊品众𠔻𣊭嚞喆朤槑歮";

    private static final int WORD = 14;

    private final SplittableRandom random;
    private final List<Marker> markers = new ArrayList<>();
    private int persons;
    private int homes;

    Marked(long seed) {
        random = new SplittableRandom(seed);
    }

    /// The next person, of the village `village`.
    Person person(String village) {
        var given = GIVEN.codePoints().skip(persons).findFirst().orElseThrow();
        var name = SURNAMES.get(persons) + "示" + Character.toString(given);
        var born = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(17_000));
        var idNumber = People.idNumber(born, 100 + persons * 7);
        var phone = String.format(Locale.ROOT, "1990000%04d", 1000 + persons * 97 + random.nextInt(90));
        persons++;
        var what = "person " + persons;
        markers.add(Marker.whole(village, "the name of " + what, name));
        markers.add(Marker.whole(village, "the id number of " + what, idNumber));
        markers.add(Marker.whole(village, "the phone of " + what, phone));
        markers.add(Marker.masked(village, "the masked name of " + what, kept(name, 1, 1)));
        markers.add(Marker.masked(village, "the masked id number of " + what, kept(idNumber, 6, 4)));
        markers.add(Marker.masked(village, "the masked phone of " + what, kept(phone, 3, 4)));
        return new Person(name, idNumber, phone, born);
    }

    /// One of the texts about a person was revealed to an account.
    void isRevealedTo(String account, String text) {
        markers.replaceAll(marker ->
                marker.kind() == Marker.Kind.WHOLE && marker.text().equals(text) ? marker.shownTo(account) : marker);
    }

    /// The name as a notice board shows it is everybody's to read.
    void isPublic(Person person) {
        var shown = kept(person.name(), 1, 1);
        markers.removeIf(marker -> marker.text().equals(shown));
    }

    /// An address that is never shown.
    String address(String village) {
        var word = word();
        markers.add(Marker.whole(village, "the address of home " + ++homes, word));
        return "示范组" + word + "号";
    }

    /// Free text about a household.
    String words(String village, String what) {
        var word = word();
        markers.add(Marker.words(village, what, word));
        return "示范记录" + word;
    }

    /// As it is told, in groups, and as it may be written.
    ///
    /// @param toldTo the account that it was told to, empty for the household alone
    void number(String village, String what, String number, String toldTo) {
        var groups = String.join("-", number.split("(?<=\\G.{4})"));
        markers.add(Marker.number(village, what, number).shownTo(toldTo));
        markers.add(Marker.number(village, what + " in groups", groups).shownTo(toldTo));
    }

    void id(String village, String what, String id) {
        markers.add(Marker.id(village, what, id));
    }

    List<Marker> markers() {
        return List.copyOf(markers);
    }

    private String word() {
        var word = new StringBuilder();
        random.ints(WORD, 'a', 'z' + 1).forEach(word::appendCodePoint);
        return word.toString();
    }

    private static String kept(String text, int first, int last) {
        var points = text.codePoints().toArray();
        var hidden = points.length - first - last;
        return new String(points, 0, first) + "*".repeat(hidden) + new String(points, first + hidden, last);
    }
}
