package io.quantloom.ui.home;

import io.quantloom.engine.tour.Checklist;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Locale;

/** The words of the first-run steps and where each leads. */
final class HomeSteps {

    private final Texts texts = Texts.of("home");

    List<io.quantloom.ui.control.Checklist.Step> of(Checklist checklist) {
        return checklist.steps().stream()
                .map(item -> {
                    String key = "step." + item.step().name().toLowerCase(Locale.ROOT);
                    String note = item.done() && !item.detail().isEmpty() ? item.detail() : texts.get(key + ".note");
                    return new io.quantloom.ui.control.Checklist.Step(
                            item.step().name(),
                            texts.get(key + ".title"),
                            note,
                            texts.get(key + (item.done() ? ".look" : ".go")),
                            item.done());
                })
                .toList();
    }

    /** Returns where the step with the name leads. */
    static Destination destination(String step) {
        return switch (Checklist.Step.valueOf(step)) {
            case DATA -> Destination.of(Page.DATA);
            case TRAIN, COMPARE -> Destination.of(Page.EXPERIMENTS);
            case BACKTEST -> Destination.of(Page.BACKTESTS);
            case PROMOTE -> Destination.of(Page.REGISTRY);
            case PAPER -> Destination.of(Page.PAPER);
        };
    }
}
