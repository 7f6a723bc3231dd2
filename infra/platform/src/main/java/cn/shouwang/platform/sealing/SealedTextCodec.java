package cn.shouwang.platform.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.BsonTypeClassMap;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodecProvider;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/// Writes a [SealedText] sealed and reads it opened.
public final class SealedTextCodec implements Codec<SealedText> {

    static final byte SUBTYPE = (byte) 0x80;
    private static final String PLACE = "row";

    private final Seals seals;

    private SealedTextCodec(Seals seals) {
        this.seals = seals;
    }

    /// `registry`, and in documents every binary is a [SealedText].
    public static CodecRegistry registry(Seals seals, CodecRegistry registry) {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new SealedTextCodec(seals)),
                CodecRegistries.fromProviders(
                        new DocumentCodecProvider(new BsonTypeClassMap(Map.of(BsonType.BINARY, SealedText.class)))),
                registry);
    }

    @Override
    public void encode(BsonWriter writer, SealedText value, EncoderContext context) {
        var subject = value.subject().getBytes(StandardCharsets.UTF_8);
        if (subject.length > 255) {
            throw new IllegalArgumentException("a subject has at most 255 bytes");
        }
        var sealed = value.text().map(text -> seal(value.subject(), text)).orElseGet(() -> new byte[0]);
        writer.writeBinaryData(new BsonBinary(
                SUBTYPE,
                ByteBuffer.allocate(1 + subject.length + sealed.length)
                        .put((byte) subject.length)
                        .put(subject)
                        .put(sealed)
                        .array()));
    }

    /// A row about someone forgotten is built again without what was personal.
    private byte[] seal(String subject, String text) {
        try {
            return seals.seal(subject, PLACE, text);
        } catch (Forgotten _) {
            return new byte[0];
        }
    }

    @Override
    public SealedText decode(BsonReader reader, DecoderContext context) {
        var bytes = ByteBuffer.wrap(reader.readBinaryData().getData());
        var name = new byte[Byte.toUnsignedInt(bytes.get())];
        bytes.get(name);
        var sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        var subject = new String(name, StandardCharsets.UTF_8);
        return sealed.length == 0
                ? SealedText.forgotten(subject)
                : seals.open(subject, PLACE, sealed)
                        .map(text -> SealedText.of(subject, text))
                        .orElseGet(() -> SealedText.forgotten(subject));
    }

    @Override
    public Class<SealedText> getEncoderClass() {
        return SealedText.class;
    }
}
