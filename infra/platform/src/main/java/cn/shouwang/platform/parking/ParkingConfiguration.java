package cn.shouwang.platform.parking;

import cn.shouwang.platform.command.Commands;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// Parking and its pages as beans. `shouwang.area` is the division code of the whole service; there
/// is no default, because acts would be recorded under another county.
@AutoConfiguration
@Import({ParkedSubject.class, ParkingController.class})
public final class ParkingConfiguration {

    @Bean
    Parking parking(MongoDatabase database, Commands commands, Clock clock, @Value("${shouwang.area}") String area) {
        return new Parking(database, commands, clock, area);
    }
}
