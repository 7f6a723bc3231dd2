package cn.shouwang.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "village-440233101203", "A.b_c-9"})
    void letters_digits_dots_dashes_and_underscores_make_a_name(String text) {
        assertThat(AccountName.typed(text)).hasValue(AccountName.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "-a", "a b", "张三", "a/b", "a\n", "a<b>"})
    void anything_else_is_none_and_is_not_repeated(String text) {
        assertThat(AccountName.typed(text)).isEmpty();
        assertThatThrownBy(() -> AccountName.of(text)).hasMessage("not the name of an account");
    }
}
