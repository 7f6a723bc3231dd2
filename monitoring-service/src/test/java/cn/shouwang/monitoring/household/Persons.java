package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import java.util.Set;

/// Synthetic people: no place in China has the code 999999.
public final class Persons {

    public static final String MAN = "999999197001010014";
    public static final String WOMAN = "999999197203040023";
    public static final String SON = "999999200105060035";

    private Persons() {}

    public static Person of(String document, Relation relation) {
        return of(document, relation, Set.of(Health.HEALTHY));
    }

    public static Person of(String document, Relation relation, Set<Health> health) {
        return Person.entered(
                PersonName.of("林守一"),
                PersonDocument.of(withCheck(document)),
                null,
                null,
                relation,
                LabourAbility.ORDINARY,
                health,
                false);
    }

    private static String withCheck(String document) {
        if (document.length() != 18) {
            return document;
        }
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * (document.charAt(i) - '0');
        }
        return document.substring(0, 17) + "10X98765432".charAt(sum % 11);
    }
}
