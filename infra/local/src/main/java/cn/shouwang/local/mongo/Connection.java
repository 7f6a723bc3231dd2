package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection, on a thread of its own: it reads a command, runs it, waits for the disk if need be
/// and writes the reply. A command is never handed from thread to thread, because waking one costs
/// as much as answering a small question.
///
/// A command is never logged, because its documents may hold personal data.
final class Connection implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private static final int INTERNAL_ERROR = 1;
    private static final int LOGGED_FRAMES = 12;

    private final Socket socket;
    private final Commands commands;

    Connection(Socket socket, Commands commands) {
        this.socket = socket;
        this.commands = commands;
    }

    /// Serves until either side closes. A message that cannot be read, `w: 0` among them, ends it.
    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            var requests = new RequestReader(socket.getInputStream());
            var out = socket.getOutputStream();
            for (var request = requests.next(); request != null; request = requests.next()) {
                var reply = ReplyEncoder.encode(request, answer(request));
                out.write(reply.array(), 0, reply.readableBytes());
            }
        } catch (IOException | RuntimeException e) {
            if (!socket.isClosed()) {
                LOG.warn("connection {} closed: {}", socket.getPort(), e.toString());
            }
        }
    }

    private Reply answer(Request request) {
        try {
            return commands.run(socket.getRemoteSocketAddress(), request.database(), request.command());
        } catch (MongoServerException e) {
            LOG.debug("command refused: {}", e.getClass().getSimpleName());
            return error(e);
        } catch (StoreFailure e) {
            return error(new MongoServerError(INTERNAL_ERROR, "InternalError", String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "command {} failed: {} at {}",
                    request.command().keySet().iterator().next(),
                    e.getClass().getName(), // its message may hold values
                    Arrays.stream(e.getStackTrace()).limit(LOGGED_FRAMES).toList());
            return error(new MongoServerError(INTERNAL_ERROR, "InternalError", String.valueOf(e.getMessage())));
        }
    }

    private static Reply error(MongoServerException e) {
        var document = new Document("ok", 0.0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError error) {
            document.append("code", error.getCode());
            document.putIfNotNull("codeName", error.getCodeName());
        }
        return new Reply.Plain(document);
    }
}
