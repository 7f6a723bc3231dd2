package cn.shouwang.bench.drill.forget;

import cn.shouwang.bench.county.People;
import cn.shouwang.bench.county.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// A made-up person nobody could mix up with another, and the words by which any trace is recognised.
///
/// The words stand in what is written about the person and nowhere else.
record Marked(Person person, String address, String illness, String remark, int latitude4096ths) {

    static Marked of(long seed, String name) {
        var random = new SplittableRandom(seed);
        var made = new People(random).bornIn(1961, name.substring(0, 1), true);
        var person = new Person(name, made.idNumber(), made.phone(), made.born());
        var mark = Long.toString(random.nextLong(1L << 40, 1L << 44), 36);
        return new Marked(
                person, "墨池坡" + mark + "号", "忘川症" + mark, "柴门话" + mark, 24 * 4096 + 2 * random.nextInt(1 << 11) + 1);
    }

    /// A sentence that tells everything.
    String words() {
        return "%s，身份证%s，电话%s，住%s，患%s：%s"
                .formatted(person.name(), person.idNumber(), person.phone(), address, illness, remark);
    }

    /// Everything that must be nowhere, by what it is; masked forms included, since they tell, too.
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("name", person.name());
        texts.put("id number", person.idNumber());
        texts.put("phone", person.phone());
        texts.put("address", address);
        texts.put("illness", illness);
        texts.put("remark", remark);
        texts.put("birth date", person.born().toString());
        texts.put("latitude", Double.toString(latitude4096ths / 4096.0));
        texts.putAll(masks());
        return texts;
    }

    /// What screens show of the person until it is forgotten.
    Map<String, String> masks() {
        var name = person.name();
        var id = person.idNumber();
        var phone = person.phone();
        return Map.of(
                "masked name", name.charAt(0) + "*".repeat(name.length() - 2) + name.charAt(name.length() - 1),
                "masked id number", id.substring(0, 6) + "********" + id.substring(14),
                "masked phone", phone.substring(0, 3) + "****" + phone.substring(7));
    }
}
