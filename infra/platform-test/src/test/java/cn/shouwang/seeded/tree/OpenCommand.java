package cn.shouwang.seeded.tree;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;

public sealed interface OpenCommand {

    @AllowedTo(Role.VILLAGE_COMMITTEE)
    record Prune() implements OpenCommand {}
}
