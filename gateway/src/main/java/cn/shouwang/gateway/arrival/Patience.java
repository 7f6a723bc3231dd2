package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.GatewaySettings;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/// Ends a connection whose client takes too long, however busy it looks: a limit holds for a whole head
/// and a whole body, so that a byte now and then buys no time.
///
/// Reactor Netty's own limits begin again with every byte that comes, and do not see a head at all.
/// Used on the connection's own thread only.
final class Patience extends ChannelDuplexHandler {

    private static final String NAME = "shouwang.patience";
    private static final String READER = "shouwang.patience.reader";
    private static final String FAREWELL = "shouwang.farewell";

    private final GatewaySettings.Patience settings;
    private final Farewell farewell;
    private @Nullable Future<?> end;
    private boolean bodyComing;
    private int unanswered;

    private Patience(GatewaySettings.Patience settings, Farewell farewell) {
        this.settings = settings;
        this.farewell = farewell;
    }

    static void watch(Channel channel, GatewaySettings.Patience settings) {
        var farewell = new Farewell();
        channel.pipeline()
                .addFirst(READER, new WriteTimeoutHandler(settings.reader().toMillis(), TimeUnit.MILLISECONDS))
                .addAfter(NettyPipeline.HttpCodec, NAME, new Patience(settings, farewell))
                .addFirst(FAREWELL, farewell);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        endAfter(settings.head(), context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        goOn();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        goOn();
        super.channelInactive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            unanswered++;
            bodyComing = true;
            endAfter(settings.body(), context);
        }
        if (message instanceof LastHttpContent) {
            bodyComing = false;
            waitForNext(context);
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            unanswered--;
            if (!bodyComing) {
                waitForNext(context);
            }
        }
        super.write(context, message, promise);
    }

    /// By others than ourselves: what our own limits end does not come here, and ends at once.
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
        if (bodyComing && unanswered <= 0) {
            farewell.prepare();
        }
        super.close(context, promise);
    }

    private void waitForNext(ChannelHandlerContext context) {
        goOn();
        if (unanswered <= 0) {
            endAfter(settings.idle(), context);
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void endAfter(Duration patience, ChannelHandlerContext context) {
        goOn();
        Runnable close = () -> {
            var _ = context.close(); // nothing to do after it
        };
        end = context.executor().schedule(close, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void goOn() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
