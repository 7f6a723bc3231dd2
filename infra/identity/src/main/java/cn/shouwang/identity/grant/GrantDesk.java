package cn.shouwang.identity.grant;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Where grants are decided, one at a time.
///
/// Whether two grants of one account exclude each other is asked of another stream than the one that is
/// written, so two that are decided at the same moment would not see each other. There is one issuer
/// process, and grants are rare.
@Component
class GrantDesk {

    private final Commands commands;
    private final ReentrantLock desk = new ReentrantLock();

    GrantDesk(Commands commands) {
        this.commands = commands;
    }

    Accepted decide(Object command) {
        desk.lock();
        try {
            return commands.send(command);
        } finally {
            desk.unlock();
        }
    }
}
