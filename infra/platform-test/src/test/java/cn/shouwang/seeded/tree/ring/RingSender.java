package cn.shouwang.seeded.tree.ring;

import cn.shouwang.platform.command.Commands;

record RingSender(Commands commands) {}
