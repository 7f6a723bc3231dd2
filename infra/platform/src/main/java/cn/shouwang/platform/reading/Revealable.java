package cn.shouwang.platform.reading;

import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Scope;
import java.util.List;
import java.util.Optional;

/// A read model whose rows hold fields that may be revealed, masked otherwise. A bean per read model.
public interface Revealable {

    /// The fields found here; no two read models have one of the same name.
    List<Field> fields();

    /// The field as it stands now, if such a thing lies within the scope and has the field.
    Optional<Hidden> find(Scope scope, Place place);

    /// Where a field stands: its name, the id of the thing it is `about` as the read log names it, and
    /// the `subject` under whose key it is sealed.
    record Place(String field, String about, String subject) {}

    /// What was found: the division of the thing, and the field.
    record Hidden(String division, SealedText text) {}
}
