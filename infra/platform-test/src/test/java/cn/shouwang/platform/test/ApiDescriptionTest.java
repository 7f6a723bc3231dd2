package cn.shouwang.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.security.AccessRow;
import cn.shouwang.platform.security.Reach;
import cn.shouwang.platform.security.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionTest {

    private static final AccessRow CLUES = row("GET", "/clues");
    private static final AccessRow REGISTER = row("POST", "/clues");

    private final ApiDescription api = new ApiDescription(JsonMapper.shared().readTree("""
            {"/clues": {
               "get": {"parameters": [{"name": "page"}, {"name": "division"}]},
               "post": {"requestBody": {}}}}"""));

    @Test
    void table_and_description_name_the_same_endpoints() {
        assertThat(api.misfits(List.of(CLUES, REGISTER))).isEmpty();
        assertThat(api.misfits(List.of(CLUES))).containsExactly("POST /clues has a description and no row");
        assertThat(api.misfits(List.of(CLUES, REGISTER, row("GET", "/hidden"))))
                .containsExactly("GET /hidden has a row and no description");
    }

    @Test
    void what_is_for_machines_is_not_described() {
        assertThat(api.misfits(List.of(CLUES, REGISTER, row("GET", "/actuator/health"))))
                .isEmpty();
    }

    @Test
    void it_tells_what_takes_a_body_and_what_narrows_a_list() {
        assertThat(api.takesBody(REGISTER)).isTrue();
        assertThat(api.takesBody(CLUES)).isFalse();
        assertThat(api.narrowings(CLUES)).containsExactly("division");
    }

    private static AccessRow row(String method, String path) {
        return new AccessRow(method, path, Reach.ROWS, Set.of(Role.AUDITOR));
    }
}
