package cn.shouwang.seeded.tree;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.seeded.tree.TreeCommand.PruneTree;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicOfficeController {

    private final Commands commands;

    PublicOfficeController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/public/office")
    Accepted prune() {
        return commands.sendAs(new PruneTree("any"), Actor.policy("none", "440233"));
    }
}
