package cn.shouwang.pear.basket;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.pear.PearEvent.PearPlanted;
import cn.shouwang.pear.PearEvent.PearWatered;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BasketProjectionTest {

    private static final String VILLAGE = "440233101203";

    @Test
    void a_pear_is_a_row_and_its_litres_add_up() {
        var views = new TestViews(new BasketProjection())
                .given(
                        new PearPlanted("pear-1", VILLAGE, LocalDate.of(2025, 3, 1)),
                        new PearPlanted("pear-2", VILLAGE, LocalDate.of(2025, 3, 2)),
                        new PearWatered("pear-1", VILLAGE, 3))
                .given(new PearWatered("pear-1", VILLAGE, 4))
                .again()
                .rebuilt();
        assertThat(views.rows()).hasSize(2);
        assertThat(views.row("pear-1"))
                .containsEntry("division", VILLAGE)
                .containsEntry("on", "2025-03-01")
                .containsEntry("litres", 7);
    }
}
