package cn.shouwang.gateway.arrival;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;

/// Lets a client hear the answer to a request that it is still sending. A socket that is closed while bytes
/// come is reset, and a reset throws away what the other side has received and not yet read: it would see a
/// broken connection and not the refusal. So only our half is closed at first (RFC 9112, 9.6), and what still
/// comes is thrown away until the client closes its half or [Patience] ends.
///
/// Stands at the socket, before TLS. Used on the connection's own thread only.
final class Farewell extends ChannelDuplexHandler {

    private boolean wanted;
    private boolean begun;

    /// The next close is the end of an answer, and more of the request is to come.
    void prepare() {
        wanted = true;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (!wanted || begun || !(context.channel() instanceof DuplexChannel channel)) {
            var _ = context.close(promise); // the promise itself
            return;
        }
        begun = true;
        channel.closeFuture().addListener(_ -> promise.trySuccess());
        channel.shutdownOutput().addListener(shut -> {
            if (!shut.isSuccess()) {
                var _ = context.close(); // nothing to do after it
            }
        });
        channel.config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (begun) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(context, message);
        }
    }
}
