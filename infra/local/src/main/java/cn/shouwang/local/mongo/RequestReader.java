package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Reads the commands of one connection off the wire
/// (<https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/>).
///
/// The documents of an insert stay the bytes they are ([RawDocuments]); all else becomes a tree.
final class RequestReader {

    private static final int HEADER = 16;
    private static final int CHECKSUM_PRESENT = 1;
    private static final int CHECKSUM = 4;
    private static final String COMMANDS = ".$cmd";

    private final InputStream in;
    private final byte[] head = new byte[HEADER];

    RequestReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /// The next command, or null when the client has closed. Anything else than a command, or a flag
    /// that is not understood, is an exception: nothing behind it can be trusted.
    @Nullable
    Request next() throws IOException {
        int read = in.readNBytes(head, 0, HEADER);
        if (read == 0) {
            return null;
        }
        requireWhole(read, HEADER);
        int length = Bson.intAt(head, 0);
        if (length < HEADER || length > MongoWireProtocolHandler.MAX_MESSAGE_SIZE_BYTES) {
            throw new IOException("a message of %d bytes".formatted(length));
        }
        byte[] body = new byte[length - HEADER];
        requireWhole(in.readNBytes(body, 0, body.length), body.length);
        int id = Bson.intAt(head, 4);
        int kind = Bson.intAt(head, 12);
        if (kind == OpCode.OP_MSG.getId()) {
            return message(id, body);
        }
        if (kind == OpCode.OP_QUERY.getId()) {
            return query(id, Unpooled.wrappedBuffer(body));
        }
        throw new IOException("a message of kind %d".formatted(kind));
    }

    private static void requireWhole(int read, int length) throws EOFException {
        if (read < length) {
            throw new EOFException("the connection broke within a message");
        }
    }

    private static Request query(int id, ByteBuf body) throws IOException {
        body.skipBytes(Integer.BYTES); // flags
        String collection = BsonDecoder.decodeCString(body);
        if (!collection.endsWith(COMMANDS)) {
            throw new IOException("the legacy wire protocol");
        }
        body.skipBytes(2 * Integer.BYTES); // how many to skip and to return
        var database = collection.substring(0, collection.length() - COMMANDS.length());
        return new Request(id, false, database, BsonDecoder.decodeBson(body));
    }

    private static Request message(int id, byte[] bytes) throws IOException {
        int flags = Bson.intAt(bytes, 0);
        if ((flags & ~CHECKSUM_PRESENT) != 0) {
            throw new IOException("a message with flags %x".formatted(flags));
        }
        int end = bytes.length - (flags == CHECKSUM_PRESENT ? CHECKSUM : 0);
        var body = Unpooled.wrappedBuffer(bytes, 0, end).skipBytes(Integer.BYTES);
        Document command = new Document();
        var sequences = new Document();
        while (body.isReadable()) {
            switch (body.readByte()) {
                case 0 -> command = BsonDecoder.decodeBson(body);
                case 1 -> sequence(bytes, body, sequences);
                default -> throw new IOException("a section of an unknown kind");
            }
        }
        command.putAll(sequences);
        if (!(command.get("$db") instanceof String database)) {
            throw new IOException("a command without $db");
        }
        return new Request(id, true, database, command);
    }

    private static void sequence(byte[] bytes, ByteBuf body, Document sequences) throws IOException {
        int end = body.readerIndex() + body.readIntLE();
        if (end > body.writerIndex()) {
            throw new IOException("a section longer than its message");
        }
        String field = BsonDecoder.decodeCString(body);
        if (field.equals("documents")) {
            sequences.put(field, RawDocuments.in(bytes, body.readerIndex(), end));
            body.readerIndex(end);
        } else {
            var documents = new ArrayList<Document>();
            while (body.readerIndex() < end) {
                documents.add(BsonDecoder.decodeBson(body));
            }
            sequences.put(field, documents);
        }
    }
}
