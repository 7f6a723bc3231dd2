package cn.shouwang.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Describes what may be missing: a field of a record is required unless it is `@Nullable`.
///
/// What is `@Nullable` may be left out of a request, and is `null` in an answer.
final class NullnessDescription implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var described = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (described != null && java != null && java.getRawClass().isRecord()) {
            var record = defined(described, context);
            if (record.getProperties() != null) {
                record.setRequired(required(java.getRawClass(), record));
            }
        }
        return described;
    }

    private static Schema<?> defined(Schema<?> described, ModelConverterContext context) {
        var reference = described.get$ref();
        if (reference == null) {
            return described;
        }
        var defined = context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        return defined == null ? described : defined;
    }

    private static List<String> required(Class<?> record, Schema<?> schema) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> !mayBeMissing(component))
                .map(RecordComponent::getName)
                .filter(schema.getProperties()::containsKey)
                .toList();
    }

    private static boolean mayBeMissing(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
