package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoUriTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", textBlock = """
            mongodb://127.0.0.1:27117 -> mongodb://127.0.0.1:27117/asset
            mongodb://a:1,b:2/?replicaSet=rs -> mongodb://a:1,b:2/asset?replicaSet=rs
            mongodb://a/other -> mongodb://a/asset
            mongodb+srv://u:p@a -> mongodb+srv://u:p@a/asset?authSource=admin
            mongodb://u:p@a/users?tls=true -> mongodb://u:p@a/asset?tls=true&authSource=users
            mongodb://u:p@a/users?authSource=x -> mongodb://u:p@a/asset?authSource=x
            """)
    void the_database_changes_and_nothing_else(String uri, String expected) {
        assertThat(new MongoUri(uri).database("asset")).isEqualTo(expected);
    }

    @Test
    void another_kind_of_address_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> new MongoUri("postgres://u:secret@a"))
                .isInstanceOf(Options.Misused.class)
                .message()
                .doesNotContain("secret");
    }
}
