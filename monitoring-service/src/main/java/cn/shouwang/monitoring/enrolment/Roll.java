package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.household.Sex;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Households as bytes, one behind the other, each field as [DataOutputStream] writes it: row,
/// national number, village, type, address, phone, number of members; of each national number,
/// name, document, sex, birth, relation, labour, health, student. Enums by name, health joined by
/// commas, days as ISO text, what is absent as an empty text. [#NUMBERED] stands in front; pieces
/// that were staged without it have no national numbers.
final class Roll {

    /// No row has this number.
    private static final int NUMBERED = -2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int count;

    void add(Entered household) {
        try {
            if (count == 0) {
                out.writeInt(NUMBERED);
            }
            out.writeInt(household.row());
            out.writeUTF(household.number() == null ? "" : household.number());
            out.writeUTF(household.village());
            out.writeUTF(household.baseType().name());
            out.writeUTF(household.address() == null ? "" : household.address());
            out.writeUTF(household.phone() == null ? "" : household.phone().value());
            out.writeByte(household.members().size());
            for (var member : household.members()) {
                out.writeUTF(member.number() == null ? "" : member.number());
                write(member.person());
            }
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Person person) throws IOException {
        out.writeUTF(person.name().value());
        out.writeUTF(person.document().value());
        out.writeUTF(person.sex() == null ? "" : person.sex().name());
        out.writeUTF(person.born() == null ? "" : person.born().toString());
        out.writeUTF(person.relation().name());
        out.writeUTF(person.labour().name());
        out.writeUTF(String.join(",", person.health().stream().map(Health::name).toList()));
        out.writeBoolean(person.student());
    }

    int count() {
        return count;
    }

    /// All bytes so far; begins anew.
    byte[] take() {
        var all = bytes.toByteArray();
        bytes.reset();
        count = 0;
        return all;
    }

    /// The households of one piece, in order.
    static List<Entered> read(byte[] piece) {
        var households = new ArrayList<Entered>();
        try (var in = new DataInputStream(new ByteArrayInputStream(piece))) {
            var numbered = isNumbered(in);
            while (in.available() > 0) {
                households.add(household(in, numbered));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return households;
    }

    private static boolean isNumbered(DataInputStream in) throws IOException {
        in.mark(Integer.BYTES);
        if (in.available() > 0 && in.readInt() == NUMBERED) {
            return true;
        }
        in.reset();
        return false;
    }

    private static Entered household(DataInputStream in, boolean numbered) throws IOException {
        var row = in.readInt();
        var number = numbered ? text(in) : null;
        var village = in.readUTF();
        var type = BaseType.valueOf(in.readUTF());
        var address = text(in);
        var phone = text(in);
        var members = new ArrayList<Entered.Member>();
        for (var left = in.readUnsignedByte(); left > 0; left--) {
            members.add(new Entered.Member(numbered ? text(in) : null, person(in)));
        }
        return new Entered(row, number, village, type, address, phone == null ? null : new Phone(phone), members);
    }

    private static Person person(DataInputStream in) throws IOException {
        var name = new PersonName(in.readUTF());
        var document = PersonDocument.of(in.readUTF());
        var sex = text(in);
        var born = text(in);
        var relation = Relation.valueOf(in.readUTF());
        var labour = LabourAbility.valueOf(in.readUTF());
        var health = EnumSet.noneOf(Health.class);
        for (var word : in.readUTF().split(",")) {
            health.add(Health.valueOf(word));
        }
        return new Person(
                name,
                document,
                sex == null ? null : Sex.valueOf(sex),
                born == null ? null : LocalDate.parse(born),
                relation,
                labour,
                health,
                in.readBoolean());
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        var text = in.readUTF();
        return text.isEmpty() ? null : text;
    }
}
