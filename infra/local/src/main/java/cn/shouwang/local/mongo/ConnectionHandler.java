package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection. Its commands run one after the other, on threads that may wait for the disk;
/// connections do not wait for each other.
///
/// A command is never logged, because its documents may hold personal data.
final class ConnectionHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

    private static final int INTERNAL_ERROR = 1;
    private static final int LOGGED_FRAMES = 12;

    private final Commands commands;
    private final Executor threads;
    private CompletableFuture<Void> previous = CompletableFuture.completedFuture(null);

    ConnectionHandler(Commands commands, Executor threads) {
        this.commands = commands;
        this.threads = threads;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        previous = previous.thenRunAsync(() -> answer(context, request), threads);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        previous = previous.thenRunAsync(() -> commands.forget(context.channel()), threads);
    }

    private void answer(ChannelHandlerContext context, ClientRequest request) {
        boolean message = request instanceof MongoMessage;
        var reply =
                switch (request) {
                    case MongoMessage command -> run(context, command.getDatabaseName(), command.getDocument());
                    case MongoQuery query
                    when "$cmd".equals(query.getCollectionName()) ->
                        run(context, query.getDatabaseName(), query.getQuery());
                    default -> error(Refusals.unsupported("the legacy wire protocol"));
                };
        var outgoing = new ReplyEncoder.Outgoing(request.getHeader().getRequestID(), message, reply);
        var unused = context.writeAndFlush(outgoing).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private Reply run(ChannelHandlerContext context, String database, Document query) {
        try {
            return commands.run(context.channel(), database, query);
        } catch (MongoServerException e) {
            LOG.debug("command refused: {}", e.getClass().getSimpleName());
            return error(e);
        } catch (StoreFailure e) {
            return error(new MongoServerError(INTERNAL_ERROR, "InternalError", String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "command {} failed: {} at {}",
                    query.keySet().iterator().next(),
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

    /// A message that cannot be read, `w: 0` among them, ends the connection.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.warn("connection {} closed: {}", context.channel().id().asShortText(), cause.toString());
        var unused = context.close();
    }
}
