package cn.shouwang.platform.projection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/// Does to a row in memory what the server does to one it stores: `$set`, `$unset`, `$inc`, `$min`, `$max`,
/// `$push`, `$addToSet` and `$pull`, by dotted paths through documents.
///
/// What else there is fails, so a projection that takes it is noticed by its first test.
final class Operators {

    private Operators() {}

    /// Applies an update as it would be sent.
    static void apply(BsonDocument update, BsonDocument row) {
        update.forEach(
                (operator, fields) -> fields.asDocument().forEach((path, value) -> apply(operator, row, path, value)));
    }

    private static void apply(String operator, BsonDocument row, String path, BsonValue value) {
        var holder = holder(row, path, !operator.equals("$unset") && !operator.equals("$pull"));
        if (holder == null) {
            return;
        }
        var field = path.substring(path.lastIndexOf('.') + 1);
        var before = holder.get(field);
        switch (operator) {
            case "$set" -> holder.put(field, value);
            case "$unset" -> holder.remove(field);
            case "$inc" -> holder.put(field, before == null ? value : sum(before.asNumber(), value.asNumber()));
            case "$min" -> holder.put(field, before == null || compare(value, before) < 0 ? value : before);
            case "$max" -> holder.put(field, before == null || compare(value, before) > 0 ? value : before);
            case "$push" -> push(list(holder, field), value);
            case "$addToSet" -> addToSet(list(holder, field), each(value));
            case "$pull" -> pull(before, value);
            default -> throw new IllegalStateException(operator + " is not known to a row in memory");
        }
    }

    private static @Nullable BsonDocument holder(BsonDocument row, String path, boolean make) {
        var holder = row;
        for (var from = 0; path.indexOf('.', from) >= 0; from = path.indexOf('.', from) + 1) {
            var step = path.substring(from, path.indexOf('.', from));
            if (!holder.containsKey(step)) {
                if (!make) {
                    return null;
                }
                holder.put(step, new BsonDocument());
            }
            holder = holder.getDocument(step);
        }
        return holder;
    }

    private static BsonNumber sum(BsonNumber one, BsonNumber other) {
        if (one.isDouble() || other.isDouble()) {
            return new BsonDouble(one.doubleValue() + other.doubleValue());
        }
        var sum = Math.addExact(one.longValue(), other.longValue());
        return one.isInt32() && other.isInt32() && sum == (int) sum ? new BsonInt32((int) sum) : new BsonInt64(sum);
    }

    private static int compare(BsonValue one, BsonValue other) {
        if (one.isDateTime() && other.isDateTime()) {
            return one.asDateTime().compareTo(other.asDateTime());
        }
        if (one.isNumber() && other.isNumber()) {
            return one.isDouble() || other.isDouble()
                    ? Double.compare(
                            one.asNumber().doubleValue(), other.asNumber().doubleValue())
                    : Long.compare(one.asNumber().longValue(), other.asNumber().longValue());
        }
        if (one.isString() && other.isString()) {
            return Arrays.compareUnsigned(utf8(one), utf8(other));
        }
        throw new IllegalStateException("only numbers, dates and texts are compared in a row in memory");
    }

    private static byte[] utf8(BsonValue text) {
        return text.asString().getValue().getBytes(StandardCharsets.UTF_8);
    }

    /// `$slice` keeps the first so many, or of a negative number the last.
    private static void push(BsonArray list, BsonValue value) {
        list.addAll(each(value));
        if (value.isDocument() && value.asDocument().containsKey("$slice")) {
            var kept = value.asDocument().getNumber("$slice").intValue();
            if (kept >= 0) {
                list.subList(Math.min(kept, list.size()), list.size()).clear();
            } else {
                list.subList(0, Math.max(0, list.size() + kept)).clear();
            }
        }
    }

    private static BsonArray list(BsonDocument holder, String field) {
        if (!holder.containsKey(field)) {
            holder.put(field, new BsonArray());
        }
        return holder.getArray(field);
    }

    private static List<BsonValue> each(BsonValue value) {
        return value.isDocument() && value.asDocument().containsKey("$each")
                ? value.asDocument().getArray("$each")
                : List.of(value);
    }

    private static void addToSet(BsonArray set, List<BsonValue> values) {
        values.stream().filter(value -> !set.contains(value)).forEach(set::add);
    }

    private static void pull(@Nullable BsonValue list, BsonValue value) {
        if (value.isDocument()) {
            throw new IllegalStateException("$pull by a condition is not known to a row in memory");
        }
        if (list != null) {
            list.asArray().removeIf(value::equals);
        }
    }
}
