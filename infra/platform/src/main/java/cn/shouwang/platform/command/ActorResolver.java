package cn.shouwang.platform.command;

import cn.shouwang.platform.security.Actor;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/// Lets a command handler take the [Actor] as a parameter. Found by `ServiceLoader`, so it works in
/// aggregate fixtures as well.
public final class ActorResolver implements ParameterResolverFactory, ParameterResolver<Actor> {

    @Override
    @SuppressWarnings("NullAway") // Axon asks for null where a factory has nothing to offer
    public @Nullable ParameterResolver<Actor> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Actor.class ? this : null;
    }

    @Override
    public Actor resolveParameterValue(Message<?> message) {
        return Actor.ofMeta(message.getMetaData());
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof CommandMessage<?>;
    }
}
