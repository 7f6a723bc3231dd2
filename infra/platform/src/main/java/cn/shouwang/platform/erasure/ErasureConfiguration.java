package cn.shouwang.platform.erasure;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.security.Gate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// Forgetting and the change of keys as beans.
@AutoConfiguration
@Import({Erasure.class, Rotation.class, ErasureController.class, RotationController.class})
public final class ErasureConfiguration {

    @Bean
    Erasures erasures(Commands commands) {
        return new Erasures(commands);
    }

    @Bean
    ErasureListProjection erasureListProjection() {
        return new ErasureListProjection();
    }

    @Bean
    ErasureList erasureList(Views views, Gate gate) {
        return new ErasureList(views, gate);
    }

    @Bean
    WhenErasureApprovedThenDestroyKeys destroyKeys(StoredPersonKeys keys) {
        return new WhenErasureApprovedThenDestroyKeys(keys);
    }

    @Bean
    WhenRotationOrderedThenRotate rotateKeys(StoredPersonKeys keys) {
        return new WhenRotationOrderedThenRotate(keys);
    }
}
