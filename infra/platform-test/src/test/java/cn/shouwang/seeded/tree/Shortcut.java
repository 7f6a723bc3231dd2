package cn.shouwang.seeded.tree;

import org.axonframework.commandhandling.gateway.CommandGateway;

record Shortcut(CommandGateway gateway) {}
