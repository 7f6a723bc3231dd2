package cn.shouwang.pear;

import cn.shouwang.pear.PearEvent.PearPlanted;
import cn.shouwang.pear.PearEvent.PearWatered;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PearEventFormsTest {

    @TestFactory
    Stream<DynamicTest> forms() {
        return StoredForms.upcast(
                PearEvent.class,
                new EarlierPearForms(),
                new PearPlanted("pear-1", "440233101203", LocalDate.of(2025, 3, 1)),
                new PearWatered("pear-1", "440233101203", 7));
    }
}
