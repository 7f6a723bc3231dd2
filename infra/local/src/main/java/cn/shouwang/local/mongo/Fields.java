package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a command. A field of the wrong type is the client's error 14, TypeMismatch.
final class Fields {

    private Fields() {}

    static String text(Document command, String field) {
        return required(command, field, String.class);
    }

    static Document document(Document command, String field) {
        return required(command, field, Document.class);
    }

    static Document documentOrEmpty(Document command, String field) {
        return command.get(field) == null ? new Document() : document(command, field);
    }

    static int number(Document command, String field) {
        return required(command, field, Number.class).intValue();
    }

    static int numberOr(Document command, String field, int otherwise) {
        return command.get(field) == null ? otherwise : number(command, field);
    }

    static long longNumber(Document command, String field) {
        return required(command, field, Number.class).longValue();
    }

    /// The documents in a list, none if the field is missing.
    @SuppressWarnings("unchecked")
    static List<Document> documents(Document command, String field) {
        if (command.get(field) == null) {
            return List.of();
        }
        List<?> list = required(command, field, List.class);
        if (!list.stream().allMatch(Document.class::isInstance)) {
            throw mismatch(field);
        }
        return (List<Document>) list;
    }

    private static <T> T required(Document command, String field, Class<T> type) {
        @Nullable Object value = command.get(field);
        if (!type.isInstance(value)) {
            throw mismatch(field);
        }
        return type.cast(value);
    }

    private static MongoServerError mismatch(String field) {
        return new MongoServerError(ErrorCode.TypeMismatch, "field %s is missing or has a wrong type".formatted(field));
    }
}
