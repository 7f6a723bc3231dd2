package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.household.Sex;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.sheet.Cells;
import cn.shouwang.monitoring.sheet.Days;
import cn.shouwang.monitoring.sheet.Header;
import cn.shouwang.monitoring.sheet.Line;
import cn.shouwang.monitoring.sheet.Refused;
import cn.shouwang.monitoring.sheet.Verdict;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Judges one row of the register's file by itself: it is taken as it stands or refused with the first
/// reason found. What a household may look like its aggregate decides; here only what the words mean.
final class RollJudge {

    /// A row that can be taken. Address and phone are those of the head's row, null in any other.
    record Row(
            String household,
            String number,
            String village,
            BaseType type,
            @Nullable String address,
            @Nullable Phone phone,
            Person person) {}

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_ADDRESS = 200;
    private static final int ID_LENGTH = 18;
    private static final Set<Integer> CERTIFICATE_LENGTHS = Set.of(20, 22);

    private final Header<Field> header;
    private final Places places;
    private final Predicate<String> reach;
    private final Days days;
    private final LocalDate today;

    /// `reach` tells whether a village lies where the sender works.
    RollJudge(Header<Field> header, Places places, Predicate<String> reach, boolean from1904, LocalDate today) {
        this.header = header;
        this.places = places;
        this.reach = reach;
        this.days = new Days(from1904);
        this.today = today;
    }

    /// Who a row is about; looked at first, because it tells best whether the row has slipped.
    PersonDocument document(Line line) throws Refused {
        Cells.mustBeWhole(line, header.count());
        var kind = text(line, Field.DOCUMENT_KIND);
        if (Words.isResidentId(kind)) {
            return id(line);
        }
        var text = text(line, Field.DOCUMENT);
        if (Words.isDisabilityCertificate(kind) && CERTIFICATE_LENGTHS.contains(text.length())) {
            return document(text.substring(0, ID_LENGTH));
        }
        var other = Words.document(kind);
        return other.isPresent() ? document(other.get() + ":" + text) : document(text);
    }

    private PersonDocument id(Line line) throws Refused {
        if (text(line, Field.DOCUMENT).startsWith("T-")) {
            return document(text(line, Field.DOCUMENT));
        }
        var id = Cells.id(line, header.place(Field.DOCUMENT));
        if (id.birth().isAfter(today)) {
            throw refused(Verdict.ID_AHEAD, Field.DOCUMENT);
        }
        return id;
    }

    private PersonDocument document(String text) throws Refused {
        try {
            return PersonDocument.of(text, today);
        } catch (RuleBroken _) {
            throw refused(Verdict.DOCUMENT_MALFORMED, Field.DOCUMENT);
        }
    }

    /// The rest of the row.
    Row row(Line line, PersonDocument document) throws Refused {
        var household = number(line, Field.HOUSEHOLD, Verdict.HOUSEHOLD_NUMBER_MISSING);
        var number = number(line, Field.PERSON, Verdict.PERSON_NUMBER_MISSING);
        var village = village(line);
        var type = Words.type(text(line, Field.TYPE)).orElseThrow(() -> refused(Verdict.TYPE_UNKNOWN, Field.TYPE));
        var person = person(line, document);
        var head = person.relation() == Relation.HEAD;
        return new Row(
                household, number, village, type, head ? address(line) : null, head ? phone(line) : null, person);
    }

    private Person person(Line line, PersonDocument document) throws Refused {
        var name = name(line);
        var relation = Words.relation(text(line, Field.RELATION))
                .orElseThrow(() -> refused(Verdict.RELATION_UNKNOWN, Field.RELATION));
        var labour =
                Words.labour(text(line, Field.LABOUR)).orElseThrow(() -> refused(Verdict.LABOUR_UNKNOWN, Field.LABOUR));
        var health = health(line);
        var student = Words.isStudent(text(line, Field.SCHOOL));
        return Person.entered(
                name, document, sex(line, document), born(line, document), relation, labour, health, student);
    }

    private PersonName name(Line line) throws Refused {
        try {
            return PersonName.of(text(line, Field.NAME));
        } catch (RuleBroken _) {
            throw refused(Verdict.NAME_UNREADABLE, Field.NAME);
        }
    }

    private Set<Health> health(Line line) throws Refused {
        var words = text(line, Field.HEALTH);
        if (words.isEmpty()) {
            throw refused(Verdict.HEALTH_UNCLEAR, Field.HEALTH);
        }
        var health = Words.health(words).orElseThrow(() -> refused(Verdict.HEALTH_UNKNOWN, Field.HEALTH));
        if (health.contains(Health.HEALTHY) && health.size() > 1) {
            throw refused(Verdict.HEALTH_UNCLEAR, Field.HEALTH);
        }
        return health;
    }

    private @Nullable Sex sex(Line line, PersonDocument document) throws Refused {
        var word = text(line, Field.SEX);
        if (word.isEmpty()) {
            return null;
        }
        var sex = Words.sex(word).orElseThrow(() -> refused(Verdict.SEX_DIFFERS, Field.SEX));
        if (document instanceof IdNumber id && id.male() != (sex == Sex.MALE)) {
            throw refused(Verdict.SEX_DIFFERS, Field.SEX);
        }
        return sex;
    }

    private @Nullable LocalDate born(Line line, PersonDocument document) throws Refused {
        var text = text(line, Field.BORN);
        if (text.isEmpty()) {
            return null;
        }
        var born = days.read(text).orElseThrow(() -> refused(Verdict.DAY_UNREADABLE, Field.BORN));
        if (document instanceof IdNumber id ? !id.birth().equals(born) : born.isAfter(today)) {
            throw refused(Verdict.BIRTH_DIFFERS, Field.BORN);
        }
        return born;
    }

    private String village(Line line) throws Refused {
        var code = text(line, Field.VILLAGE_CODE);
        var village =
                code.isEmpty() ? places.named(text(line, Field.TOWN), text(line, Field.VILLAGE)) : places.code(code);
        var column = header.place(Field.VILLAGE_CODE) < 0 ? Field.VILLAGE : Field.VILLAGE_CODE;
        var found = village.orElseThrow(() -> refused(Verdict.VILLAGE_UNKNOWN, column));
        if (!reach.test(found)) {
            throw refused(Verdict.VILLAGE_OUTSIDE, column);
        }
        return found;
    }

    private @Nullable String address(Line line) throws Refused {
        var address = text(line, Field.ADDRESS);
        if (address.length() > LONGEST_ADDRESS) {
            throw refused(Verdict.ADDRESS_TOO_LONG, Field.ADDRESS);
        }
        return address.isEmpty() ? null : address;
    }

    private @Nullable Phone phone(Line line) throws Refused {
        var text = text(line, Field.PHONE);
        try {
            return text.isEmpty() ? null : Phone.of(text);
        } catch (RuleBroken _) {
            throw refused(Verdict.PHONE_UNREADABLE, Field.PHONE);
        }
    }

    /// The person's number, if the row tells one.
    Optional<String> number(Line line) {
        try {
            return Optional.of(text(line, Field.PERSON)).filter(number -> !number.isEmpty());
        } catch (Refused _) {
            return Optional.empty();
        }
    }

    private String number(Line line, Field field, Verdict missing) throws Refused {
        var number = text(line, field);
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw refused(missing, field);
        }
        return number;
    }

    private String text(Line line, Field field) throws Refused {
        return Cells.text(line, header.place(field));
    }

    Refused refused(Verdict verdict, Field field) {
        return new Refused(verdict, header.place(field));
    }
}
