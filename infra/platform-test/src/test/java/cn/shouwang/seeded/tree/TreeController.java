package cn.shouwang.seeded.tree;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.seeded.tree.TreeCommand.PruneTree;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/trees")
class TreeController {

    private final Commands commands;

    TreeController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/{tree}/pruning")
    Accepted prune(@PathVariable String tree) {
        return commands.send(new PruneTree(tree));
    }
}
