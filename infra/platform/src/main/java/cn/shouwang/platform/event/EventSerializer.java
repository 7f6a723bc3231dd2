package cn.shouwang.platform.event;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/// Writes events as JSON under the names of the [Catalogue] instead of their class names.
///
/// Dates are ISO text. Reading is strict: an unknown component in the stored form is an error, and so
/// is a missing number or truth value; any other missing component is null. What a later revision
/// added, an upcaster fills.
public final class EventSerializer extends Jackson3Serializer {

    private final Catalogue catalogue;

    public EventSerializer(Catalogue catalogue) {
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
        this.catalogue = catalogue;
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        if (type != null && catalogue.knows(type)) {
            var entry = catalogue.typed(type);
            return new SimpleSerializedType(entry.name(), entry.revision());
        }
        return super.typeForClass(type);
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return catalogue.knowsName(type.getName())
                ? catalogue.named(type.getName()).type().getName()
                : type.getName();
    }
}
