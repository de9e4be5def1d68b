package org.throughline.drop;

import java.io.IOException;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;

/** A channel that starts SFTP and nothing else: no shell, no command, no terminal, no forwarding of agent or X11. */
final class DropChannel extends ChannelSession {
    @Override
    protected RequestHandler.Result handleInternalRequest(String type, boolean wantReply, Buffer buffer)
            throws IOException {
        return type.equals("subsystem")
                ? super.handleInternalRequest(type, wantReply, buffer)
                : RequestHandler.Result.ReplyFailure;
    }
}
