package cn.shouwang.seeded.tree;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.seeded.tree.TreeCommand.PruneTree;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BorrowingController {

    private final Commands commands;

    BorrowingController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/storm")
    Accepted prune() {
        return commands.sendAs(new PruneTree("any"), Actor.SYSTEM);
    }
}
