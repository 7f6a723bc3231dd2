package cn.shouwang.local.mongo;

import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WireTest {

    private static final int OP_MSG = 2013;
    private static final int OP_COMPRESSED = 2012;

    @TempDir
    Path directory;

    private Served served;

    @BeforeEach
    void open() {
        served = new Served(directory);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private static byte[] bson(Document document) {
        var output = new BasicOutputBuffer();
        new DocumentCodec()
                .encode(
                        new BsonBinaryWriter(output),
                        document,
                        EncoderContext.builder().build());
        return output.toByteArray();
    }

    /// An insert into `rows` whose documents are a section of their own.
    private static byte[] insert(byte[]... documents) {
        byte[] command = bson(new Document("insert", "rows").append("$db", "county"));
        byte[] name = "documents\0".getBytes(StandardCharsets.US_ASCII);
        int length = Integer.BYTES + name.length;
        for (byte[] document : documents) {
            length += document.length;
        }
        var body = ByteBuffer.allocate(Integer.BYTES + 1 + command.length + 1 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .put((byte) 0)
                .put(command)
                .put((byte) 1)
                .putInt(length)
                .put(name);
        for (byte[] document : documents) {
            body.put(document);
        }
        return body.array();
    }

    /// Whether the server answers a message of that kind; otherwise it has closed the connection.
    private boolean isAnswered(int kind, byte[] body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), served.mongo.port())) {
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(16 + body.length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(16 + body.length)
                            .putInt(1)
                            .putInt(0)
                            .putInt(kind)
                            .put(body)
                            .array());
            return socket.getInputStream().read() >= 0;
        }
    }

    @Test
    void a_document_is_stored_as_it_was_sent_and_given_an_id_when_it_has_none() throws IOException {
        byte[] first = bson(new Document("n", 1L).append("_id", "last").append("list", List.of(1, "x")));
        assertThat(isAnswered(OP_MSG, insert(first, bson(new Document("n", 2)))))
                .isTrue();
        var stored = served.collection("rows").find().sort(new Document("n", 1)).into(new ArrayList<>());
        assertThat(stored).hasSize(2);
        assertThat(bson(stored.getFirst())).isEqualTo(first);
        assertThat(stored.getLast().keySet()).containsExactly("_id", "n");
        assertThat(stored.getLast().getObjectId("_id")).isNotNull();
    }

    @Test
    void a_message_with_a_broken_document_ends_its_connection_and_stores_nothing() throws IOException {
        served.collection("rows").insertOne(new Document("_id", 0));
        byte[] broken = bson(new Document("_id", 2).append("text", "abc"));
        broken[broken.length - 2] = 'x'; // where the text should end
        assertThat(isAnswered(OP_MSG, insert(bson(new Document("_id", 1)), broken)))
                .isFalse();
        assertThat(served.collection("rows").countDocuments()).isEqualTo(1);
    }

    @Test
    void what_is_no_command_ends_its_connection_and_no_other() throws IOException {
        byte[] hello = bson(new Document("hello", 1).append("$db", "admin"));
        byte[] message = ByteBuffer.allocate(5 + hello.length).put(5, hello).array();
        assertThat(isAnswered(OP_MSG, message)).isTrue();
        assertThat(isAnswered(OP_COMPRESSED, message)).isFalse();
        message[2] = 1; // a flag that says more will come without being asked for
        assertThat(isAnswered(OP_MSG, message)).isFalse();
        assertThat(isAnswered(OP_MSG, new byte[0])).isFalse();
        assertThat(served.collection("rows").countDocuments()).isZero();
    }

    @Test
    void a_projection_keeps_the_fields_it_names_in_their_order() {
        var rows = served.collection("rows");
        rows.insertOne(new Document("a", 1)
                .append("_id", 1)
                .append("b", new Document("c", List.of(2)).append("d", 3))
                .append("e", 4));
        assertThat(rows.find().projection(include("e", "a", "none")).first())
                .isEqualTo(new Document("a", 1).append("_id", 1).append("e", 4));
        assertThat(rows.find().projection(include("b.d")).first())
                .isEqualTo(new Document("_id", 1).append("b", new Document("d", 3)));
        assertThat(rows.find().projection(fields(include("a"), excludeId())).first())
                .isEqualTo(new Document("a", 1));
    }
}
