package cn.shouwang.platform.messaging;

import cn.shouwang.platform.store.Recorded;
import java.util.Optional;

/// What a service tells the others: history in, contract events out.
///
/// One bean per service, an exhaustive `switch` over its histories, so that a new event does not
/// compile until someone decides whether it is published.
public interface Publication {

    /// Kafka topic, the name of the service.
    String topic();

    Optional<Outgoing> of(Recorded recorded);
}
