package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.backend.NumericUtils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An update of whole fields by `$set`, `$unset`, `$inc` and `$setOnInsert`, as read models are written
/// by the hundred thousand: done here, on the one tree made of the document. The engine, which does
/// all others, clones the tree, splits every path and compares the trees afterwards.
record PlainUpdate(Document operators) {

    private static final Set<String> KNOWN = Set.of("$set", "$unset", "$inc", "$setOnInsert");
    private static final String ID = "_id";

    /// Null for an update that the engine has to do.
    static @Nullable PlainUpdate of(Document update) {
        if (update.isEmpty()) {
            return null;
        }
        for (var operator : update.entrySet()) {
            if (!KNOWN.contains(operator.getKey())
                    || !(operator.getValue() instanceof Document fields)
                    || !isPlain(operator.getKey(), fields)) {
                return null;
            }
        }
        return new PlainUpdate(update);
    }

    private static boolean isPlain(String operator, Document fields) {
        for (var field : fields.entrySet()) {
            if (!isWhole(field.getKey())
                    || hasOperator(field.getValue())
                    || (operator.equals("$inc") && !(field.getValue() instanceof Number))) {
                return false;
            }
        }
        return !fields.isEmpty();
    }

    private static boolean hasOperator(@Nullable Object value) {
        return value instanceof Document document && document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private static boolean isWhole(String field) {
        return !field.isEmpty() && !field.equals(ID) && field.indexOf('.') < 0 && field.indexOf('$') < 0;
    }

    /// Whether two operators name one field, or what is to be increased is no number, which are errors that
    /// the engine tells; or a list or document gives way to another, which it compares value by value.
    boolean isRefusable(Document document) {
        return (operators.size() > 1 && namesTwice())
                || (operators.get("$set") instanceof Document values
                        && values.keySet().stream().anyMatch(field -> isContainer(document.get(field))))
                || (operators.get("$inc") instanceof Document increments
                        && increments.keySet().stream()
                                .anyMatch(field ->
                                        document.containsKey(field) && !(document.get(field) instanceof Number)));
    }

    private static boolean isContainer(@Nullable Object value) {
        return value instanceof Document || value instanceof Collection;
    }

    private boolean namesTwice() {
        var named = new HashSet<String>();
        return operators.values().stream()
                .anyMatch(fields -> !((Document) fields).keySet().stream().allMatch(named::add));
    }

    /// Changes `document`.
    void apply(Document document, boolean inserting) {
        for (var operator : operators.entrySet()) {
            for (var field : ((Document) operator.getValue()).entrySet()) {
                apply(operator.getKey(), field, document, inserting);
            }
        }
    }

    private static void apply(String operator, Map.Entry<String, Object> field, Document document, boolean inserting) {
        switch (operator) {
            case "$set" -> set(field, document);
            case "$unset" -> document.remove(field.getKey());
            case "$inc" ->
                document.put(
                        field.getKey(),
                        document.get(field.getKey()) instanceof Number before
                                ? NumericUtils.addNumbers(before, (Number) field.getValue())
                                : field.getValue());
            default -> {
                if (inserting) {
                    document.put(field.getKey(), field.getValue());
                }
            }
        }
    }

    /// As the engine does: a number that equals the value stays of its kind.
    private static void set(Map.Entry<String, Object> field, Document document) {
        if (!(document.get(field.getKey()) instanceof Number before
                && field.getValue() instanceof Number after
                && isSame(before, after))) {
            document.put(field.getKey(), field.getValue());
        }
    }

    private static boolean isSame(Number one, Number other) {
        return (isIntegral(one) && isIntegral(other))
                ? one.longValue() == other.longValue()
                : Double.compare(one.doubleValue(), other.doubleValue()) == 0;
    }

    private static boolean isIntegral(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    /// What an upsert begins with: the fields that `selector` wants to equal something; null when it
    /// asks for more than one id, plain values and comparisons.
    static @Nullable Document seed(Document selector) {
        var seed = new Document();
        if (!collect(selector, seed) || !seed.containsKey(ID)) {
            return null;
        }
        var ordered = new Document(ID, seed.remove(ID));
        ordered.putAll(seed);
        return ordered;
    }

    private static boolean collect(Document selector, Document seed) {
        for (var condition : selector.entrySet()) {
            boolean understood =
                    switch (condition.getValue()) {
                        case String text when isKnown(condition.getKey()) -> isNew(condition.getKey(), text, seed);
                        case Number number when isKnown(condition.getKey()) -> isNew(condition.getKey(), number, seed);
                        case Document comparison
                        when isKnown(condition.getKey()) ->
                            !comparison.isEmpty()
                                    && Set.of("$lt", "$lte", "$gt", "$gte").containsAll(comparison.keySet());
                        case List<?> parts
                        when condition.getKey().equals("$and") ->
                            parts.stream().allMatch(part -> part instanceof Document each && collect(each, seed));
                        case null, default -> false;
                    };
            if (!understood) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(String field) {
        return field.equals(ID) || isWhole(field);
    }

    private static boolean isNew(String field, Object value, Document seed) {
        return seed.put(field, value) == null;
    }
}
