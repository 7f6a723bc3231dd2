package cn.shouwang.monitoring.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InquiryLimitsTest {

    private static final LocalDate EVER = LocalDate.of(2021, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2025, 7, 1);
    private static final String VILLAGE = "440233101203";

    private final InquiryLimits limits = new InquiryLimits(List.of(
            new InquiryLimits.Edition(LATER, 5, List.of("440233100", VILLAGE), "a later document"),
            new InquiryLimits.Edition(EVER, 5, List.of(), "a document")));

    @Test
    void the_departments_are_asked_where_and_from_when_on_the_county_says_so() {
        assertThat(limits.on(LATER.minusDays(1)).isMandatory(VILLAGE)).isFalse();
        assertThat(limits.on(LATER).isMandatory(VILLAGE)).isTrue();
        assertThat(limits.on(LATER).isMandatory("440233100201")).isTrue();
        assertThat(limits.on(LATER).isMandatory("440233101204")).isFalse();
    }

    @Test
    void an_edition_that_names_no_place_asks_nowhere() {
        var bound = new Binder(new MapConfigurationPropertySource(Map.of(
                        "shouwang.inquiry.editions[0].from", "2021-01-01",
                        "shouwang.inquiry.editions[0].compare-days", "5",
                        "shouwang.inquiry.editions[0].source", "a document")))
                .bind("shouwang.inquiry", Bindable.of(InquiryLimits.class))
                .get();
        assertThat(bound.on(LATER).isMandatory(VILLAGE)).isFalse();
    }

    @Test
    void as_shipped_nobody_need_be_asked_about() throws Exception {
        var sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(sources::addLast);
        var shipped = new Binder(ConfigurationPropertySources.from(sources))
                .bind("shouwang.inquiry", Bindable.of(InquiryLimits.class))
                .get();
        assertThat(shipped.on(LATER).compareDays()).isEqualTo(5);
        assertThat(shipped.on(LATER).isMandatory(VILLAGE)).isFalse();
    }
}
