package io.quantloom.engine.model.baseline;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of a baseline, one line of text.
 *
 * @param learner who made it
 * @param column the feature it looks at; −1 for none
 * @param columns number of features in a row
 * @param positiveShare share of the positive class in training, in [0, 1]
 */
record BaselineFile(String learner, int column, int columns, double positiveShare) {

    private static final Pattern FORM =
            Pattern.compile("quantloom baseline 1: learner=([a-z]+) column=(-1|[0-9]{1,6}) columns=([0-9]{1,6})"
                    + " positive_share=([0-9.E-]{1,24})\n");

    static Outcome<BaselineFile> read(String learner, byte[] bytes) {
        Matcher matcher = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (matcher.matches() && matcher.group(1).equals(learner)) {
            try {
                var file = new BaselineFile(
                        learner,
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        Double.parseDouble(matcher.group(4)));
                if (file.column < file.columns && file.positiveShare <= 1) {
                    return Outcome.success(file);
                }
            } catch (NumberFormatException e) {
                return Outcome.failed(noModel(learner).causedBy(e));
            }
        }
        return Outcome.failed(noModel(learner));
    }

    byte[] bytes() {
        String text = "quantloom baseline 1: learner=" + learner + " column=" + column + " columns=" + columns
                + " positive_share=" + positiveShare + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Failure noModel(String learner) {
        return Failure.of(
                Reason.INVALID, "a model file of " + learner, "other bytes", "", "restore the file from a backup");
    }
}
