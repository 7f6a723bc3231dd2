package cn.shouwang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByLabelOptions;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// A form as who fills it in sees it: its questions by their words, its choices by theirs.
record Sheet(Locator form) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    Sheet writes(String question, String answer) {
        return writes(question, 0, answer);
    }

    /// @param row which of several equal questions, from 0
    Sheet writes(String question, int row, String answer) {
        asked(question, row).fill(answer);
        return this;
    }

    Sheet dates(String question, LocalDate day) {
        return leaves(question, day.toString());
    }

    Sheet times(String question, LocalDateTime at) {
        return leaves(question, at.format(CLOCK));
    }

    private Sheet leaves(String question, String answer) {
        var field = asked(question, 0);
        field.fill(answer);
        field.press("Tab");
        return this;
    }

    Sheet chooses(String question, String choice) {
        return chooses(question, 0, choice);
    }

    Sheet chooses(String question, int row, String choice) {
        return choosesIn(asked(question, row), choice);
    }

    Sheet choosesAll(String question, String... choices) {
        return choosesIn(asked(question, 0), choices);
    }

    private Sheet choosesIn(Locator field, String... choices) {
        field.click(new Locator.ClickOptions().setForce(true)); // what is chosen already lies over it
        var list = field.page().locator("#" + field.getAttribute("aria-controls"));
        for (var choice : choices) {
            list.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(choice))
                    .first()
                    .click();
        }
        field.press("Tab");
        assertThat(list).isHidden(); // it lies over what comes next
        return this;
    }

    /// Ticks a box by the words beside it.
    Sheet ticks(String words) {
        form.getByText(words, new GetByTextOptions().setExact(true)).first().click();
        assertThat(form.getByLabel(words, new GetByLabelOptions().setExact(true))
                        .first())
                .isChecked();
        return this;
    }

    /// Begins a part of the form that may be left out.
    Sheet fillsIn(String part) {
        var asked = new Sheet(form.getByRole(
                AriaRole.GROUP, new GetByRoleOptions().setName(part).setExact(true)));
        asked.ticks("填写此项");
        return asked;
    }

    Sheet presses(String button) {
        button(button).click();
        return this;
    }

    /// Sends the form of a step, which closes once the service has taken it.
    void sends() {
        sends("提交");
    }

    void sends(String button) {
        presses(button);
        assertThat(form).isHidden();
    }

    Locator button(String name) {
        return form.getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private Locator asked(String question, int row) {
        return form.getByLabel(question, new GetByLabelOptions().setExact(true))
                .and(form.page().locator("input, textarea, select"))
                .nth(row);
    }
}
