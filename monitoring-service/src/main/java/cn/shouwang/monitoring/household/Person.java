package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.platform.event.Personal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the register says of one member.
///
/// `sex` and `born` follow from a resident id and are told beside any other document, where they may
/// be unknown. `relation` is to the head of the same household. `health` is never empty.
public record Person(
        @Personal PersonName name,
        @Personal PersonDocument document,
        @Nullable @Personal Sex sex,
        @Nullable @Personal LocalDate born,
        Relation relation,
        LabourAbility labour,
        @Personal Set<Health> health,
        boolean student) {

    public Person {
        health = Collections.unmodifiableSet(new TreeSet<>(health)); // one order in every stored form
    }

    /// A person as entered, with sex and birth read from the id where there is one.
    public static Person entered(
            PersonName name,
            PersonDocument document,
            @Nullable Sex sex,
            @Nullable LocalDate born,
            Relation relation,
            LabourAbility labour,
            Set<Health> health,
            boolean student) {
        return document instanceof IdNumber id
                ? new Person(name, id, id.male() ? Sex.MALE : Sex.FEMALE, id.birth(), relation, labour, health, student)
                : new Person(name, document, sex, born, relation, labour, health, student);
    }

    /// The same person, who is something else to the head.
    Person as(Relation other) {
        return new Person(name, document, sex, born, other, labour, health, student);
    }

    /// Nothing personal, so that a log line or an exception never shows any.
    @Override
    public String toString() {
        return "Person[" + relation + "]";
    }
}
