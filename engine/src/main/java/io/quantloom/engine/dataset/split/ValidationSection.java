package io.quantloom.engine.dataset.split;

import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.market.Timeframe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code validation:} of a configuration (contracts.md, Validation). Every type has its own keys; those of another
 * type are unknown keys.
 */
public final class ValidationSection {

    private static final int MOST_BARS = 100_000;
    private static final int MOST_GROUPS = 100;
    private static final int STANDARD_EMBARGO = 24;

    private final Section section;

    private ValidationSection(Section section) {
        this.section = section;
    }

    /** Returns the validation; walk-forward when no type is given. What is wrong is a finding of the section. */
    public static Validation read(Section section) {
        var reader = new ValidationSection(section);
        return switch (section.optional("type", type(), Type.WALK_FORWARD)) {
            case WALK_FORWARD -> reader.walkForward();
            case HOLDOUT -> reader.holdout();
            case PURGED_K_FOLD -> reader.purgedKFold();
            case COMBINATORIAL -> reader.combinatorial();
        };
    }

    /**
     * Returns how the training windows are split again to choose within them, as {@code nested:} says; empty where it
     * does not.
     *
     * @param section that the validation was read from
     */
    public static Optional<PurgedKFold> nested(Section section, Validation validation) {
        Optional<Integer> folds = section.find("nested", Kind.whole(2, MOST_GROUPS));
        return switch (validation) {
            case WalkForward walk -> folds.map(k -> new PurgedKFold(k, walk.embargo()));
            case Holdout _, PurgedKFold _, CombinatorialPurged _ -> {
                if (folds.isPresent()) {
                    section.finding("nested", "walk-forward windows to choose within", validation.text());
                }
                yield Optional.empty();
            }
        };
    }

    private Validation walkForward() {
        return new WalkForward(
                section.optional("train", length(), Duration.ofDays(365)),
                section.optional("test", length(), Duration.ofDays(90)),
                section.optional("mode", mode(), WalkForward.Mode.ROLLING),
                embargo());
    }

    private Validation holdout() {
        return new Holdout(section.optional("test", last(), new Holdout.Share(0.05)), embargo());
    }

    private Validation purgedKFold() {
        return new PurgedKFold(section.optional("folds", Kind.whole(2, MOST_GROUPS), 5), embargo());
    }

    private Validation combinatorial() {
        int groups = section.optional("groups", Kind.whole(2, MOST_GROUPS), 6);
        int tested = section.optional("test_groups", Kind.whole(1, MOST_GROUPS - 1), 2);
        boolean isPossible =
                tested < groups && CombinatorialPurged.folds(groups, tested) <= CombinatorialPurged.MOST_FOLDS;
        if (!isPossible) {
            section.finding(
                    "test_groups",
                    "fewer than all groups, and at most " + CombinatorialPurged.MOST_FOLDS + " choices of them",
                    tested + " of " + groups);
        }
        int bars = embargo();
        return isPossible ? new CombinatorialPurged(groups, tested, bars) : new CombinatorialPurged(6, 2, bars);
    }

    private int embargo() {
        return section.optional("embargo", Kind.whole(0, MOST_BARS), STANDARD_EMBARGO);
    }

    private enum Type {
        WALK_FORWARD,
        HOLDOUT,
        PURGED_K_FOLD,
        COMBINATORIAL
    }

    private static Kind<Type> type() {
        Map<String, Type> words = new LinkedHashMap<>();
        words.put("walk-forward", Type.WALK_FORWARD);
        words.put("holdout", Type.HOLDOUT);
        words.put("purged-k-fold", Type.PURGED_K_FOLD);
        words.put("combinatorial", Type.COMBINATORIAL);
        return Kind.oneOf(words, Type.WALK_FORWARD);
    }

    private static Kind<WalkForward.Mode> mode() {
        Map<String, WalkForward.Mode> words = new LinkedHashMap<>();
        for (WalkForward.Mode mode : WalkForward.Mode.values()) {
            words.put(mode.text(), mode);
        }
        return Kind.oneOf(words, WalkForward.Mode.ROLLING);
    }

    private static Kind<Duration> length() {
        return new Kind<>("a length such as 365d or 12h", ValidationSection::duration, Duration.ofDays(1));
    }

    private static Kind<Holdout.Last> last() {
        return new Kind<>(
                "a share above 0 and below 1, or a length such as 180d",
                text -> duration(text)
                        .<Holdout.Last>map(Holdout.Length::new)
                        .or(() -> share(text).map(Holdout.Share::new)),
                new Holdout.Share(0.05));
    }

    private static Optional<Double> share(String text) {
        return Kind.number(0, 1).parse().apply(text).filter(value -> value > 0 && value < 1);
    }

    private static Optional<Duration> duration(String text) {
        return Timeframe.parse(text).map(Timeframe::length);
    }
}
