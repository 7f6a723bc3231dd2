package cn.shouwang.platform.projection;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.BindParam;

/// `?page=&size=` of a list: page from 1, size 20 unless told, at most 200. Lists end at the ten
/// thousandth row: whoever wants more narrows the question or exports.
public record PageQuery(
        @BindParam("page") @Min(1) Integer page,
        @BindParam("size") @Min(1) @Max(MAX_SIZE) Integer size) {

    public static final int MAX_SIZE = 200;
    private static final int LAST_ROW = 10_000;

    public PageQuery {
        page = page == null ? 1 : page;
        size = size == null ? 20 : size;
    }

    @AssertTrue(message = "the list ends at row 10000")
    boolean isWithinReach() {
        return (long) page * size <= LAST_ROW;
    }

    /// Rows before this page.
    public int skip() {
        return (page - 1) * size;
    }
}
