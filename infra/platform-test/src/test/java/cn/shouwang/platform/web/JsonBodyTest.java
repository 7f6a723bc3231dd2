package cn.shouwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    private static final String BODY = "{\"name\": \"示范\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\"",
                "application/json; v=1"
            })
    void json_is_named_by_its_type_and_its_one_character_set(String type) {
        assertThat(JsonBody.isNamedBy(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application",
                "application/*",
                "*/*",
                "application/problem+json",
                "application/json, text/xml",
                "application/json;charset=utf-16",
                "application/json;charset=gbk",
                "application/json;charset=nonsense",
                "application/json; boundary=\"",
                "text/json",
                ";;;"
            })
    void nothing_else_is(String type) {
        assertThat(JsonBody.isNamedBy(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                BODY,
                "\ufeff{}",
                "{\"a\": \"𝕏😀\"}",
                "{\"a\": \"\\ud83d\\ude00\\uD83D\\uDE00\"}",
                "{\"a\": \"\\\\ud800 \\\\u0000\"}",
                "{\"a\": \"\\u0007\\u202e\\r\\n\"}",
                "no json \\",
                "\\u00",
                "\\u00zz",
                "\\u٠٠٠٠"
            })
    void whole_characters_pass_as_they_came(String text) {
        assertThat(JsonBody.isWhole(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "\\udc00",
                "\\udc00\\ud800",
                "\\ud800\\ud800\\udc00",
                "\\ud83d \\ude00",
                "\\ud83d\\\\ude00",
                "\\\\\\ud800",
                "\\ud83d\\u0041",
                "\\u0000",
                "a\\u0000b",
                "\0"
            })
    void half_a_pair_and_nothing_at_all_are_no_letters(String letters) {
        assertThat(JsonBody.isWhole(("{\"a\": \"" + letters + "\"}").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00c0\u00af", // overlong
                "\u00e0\u0080\u00af",
                "\u00f0\u0080\u0080\u00af",
                "\u0080", // goes on without a beginning
                "\u00e7\u00a4", // begins without an end
                "\u00ed\u00a0\u0080", // half a surrogate pair
                "\u00f4\u0090\u0080\u0080", // beyond U+10FFFF
                "\u00ff\u00fe"
            })
    void bytes_that_are_no_utf_8_are_no_text(String bytes) {
        assertThat(JsonBody.isWhole(("{\"a\": \"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "GBK"})
    void another_encoding_is_not_guessed(String charset) {
        assertThat(JsonBody.isWhole(BODY.getBytes(Charset.forName(charset)))).isFalse();
    }

    @Test
    void ascii_in_two_bytes_a_letter_is_no_text_either() {
        assertThat(JsonBody.isWhole("{}".getBytes(StandardCharsets.UTF_16LE))).isFalse();
    }
}
